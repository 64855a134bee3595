// The table, in Markdown.
import { kReference } from './servers.mjs';
import { kindOf, titleOf } from './scenarios.mjs';

const shown = (digits) => (value) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const count = (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : '–');
const percent = (value) => (Number.isFinite(value) ? `${Math.round(value * 100)} %` : '–');

const kRatio = [`p99 ÷ ${kReference}`, 'p99_ratio', shown(2)];
const kControl = [
  ['gen CPU', 'loadgen_cpu', percent],
  ['other CPU', 'other_cpu', percent],
  ['stolen', 'stolen_cpu', percent],
];
const kLate = ['late p99 ms', 'late_p99', shown(2)];

const kColumns = {
  notes: [
    ['deliveries/s', 'deliveries_per_s', count],
    ['lost', 'lost', count],
    ['p50 ms', 'p50', shown(2)],
    ['p95', 'p95', shown(2)],
    ['p99', 'p99', shown(2)],
    ['max', 'max', shown(1)],
    kRatio,
    ['server CPU', 'server_cpu', percent],
    ['µs/delivery', 'cpu_us', shown(2)],
    ['RSS MiB', 'rss_mib', shown(1)],
    kLate,
    ...kControl,
  ],
  slow: [
    ['p99 before ms', 'p99_before', shown(2)],
    ['p50 during', 'p50', shown(2)],
    ['p99', 'p99', shown(2)],
    ['max', 'max', shown(1)],
    kRatio,
    ['lost', 'lost', count],
    ['unread MiB/client', 'unread_mib', shown(1)],
    ['RSS growth MiB', 'growth_mib', shown(1)],
    ['slow dropped', 'dropped', count],
    ['after resume', 'dropped_later', count],
    kLate,
    ...kControl,
  ],
  joins: [
    ['joined', 'joined', count],
    ['all joined ms', 'all_joined_ms', count],
    ['p50 ms', 'p50', count],
    ['p99', 'p99', count],
    kRatio,
    ['server CPU s', 'cpu_s', shown(2)],
    ['RSS MiB', 'rss_mib', shown(1)],
    ...kControl,
  ],
  beats: [
    ['beats', 'beats', count],
    ['missed', 'missed', count],
    ['off the grid p50 ms', 'p50', shown(2)],
    ['p99', 'p99', shown(2)],
    ['max', 'max', shown(1)],
    ['server CPU', 'server_cpu', percent],
    ...kControl,
  ],
};

const cell = (text) => text.replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 160);

/** `ok`, or how many of the runs were bad and why. */
export function verdict({ runs, faulty, disturbed, faults, disturbances }) {
  const words = [];
  if (faulty > 0) words.push(`FAILED ${faulty}/${runs}: ${faults.join(', ')}`);
  if (disturbed > 0) words.push(`disturbed ${disturbed}/${runs}: ${disturbances.join(', ')}`);
  return cell(words.join('; ')) || 'ok';
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

function table(scenario, servers) {
  const columns = kColumns[kindOf(scenario)];
  const head = ['server', ...columns.map(([title]) => title), 'runs'];
  const lines = Object.entries(servers).map(([name, summary]) => [
    name,
    ...columns.map(([, key, show]) => show(summary[key])),
    verdict(summary),
  ]);
  const rule = head.map((_, index) => (index === 0 || index === head.length - 1 ? '---' : '--:'));
  return [`### ${scenario}: ${titleOf(scenario)}`, '', ...[head, rule, ...lines].map(row)].join(
    '\n',
  );
}

function heading({ started, cpus, cpu_model: model, reps, quick, tutti }) {
  const product = tutti ? ` tutti is a ${tutti.build_type} build.` : '';
  return `# Benchmark of ${started.slice(0, 16)}Z

${cpus} CPUs (${model}), ${reps} repetition(s)${quick ? ' of short runs' : ''}, servers by turns; each figure is the median of its runs.${product}
A run marked "disturbed" is not to be quoted. See tests/bench/README.md.`;
}

export function markdown({ meta, summary }) {
  const tables = Object.entries(summary).map(([scenario, servers]) => table(scenario, servers));
  return `${[heading(meta), ...tables].join('\n\n')}\n`;
}
