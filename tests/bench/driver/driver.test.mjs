// The driver's arithmetic and its words; the load generator is checked by run-bench --selfcheck.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { disturbancesOf, faultsOf, figuresOf, median, summarise } from './figures.mjs';
import { parseOptions, UsageError } from './options.mjs';
import { markdown } from './report.mjs';
import { kUsualScenarios, loadOf } from './scenarios.mjs';

const quiet = { other_cpu_share: 0.02, stolen_cpu_share: 0, loadgen_cpu_share: 0.3 };

function jamRun({ lost = 0, p99 = 2, late = 0.1, machine = {} } = {}) {
  const latency = { p50: 0.5, p95: 1, p99, max: 9 };
  const counts = { sent: 10, lost, duplicated: 0, out_of_order: 0, deliveries_per_s: 100 };
  const server = { server_cpu_share: 0.2, server_rss_peak_kb: 2048, server_cpu_us_per_delivery: 3 };
  const times = { latency_ms: latency, send_lateness_ms: { p99: late } };
  return { disconnects: 0, result: { ...counts, ...server, ...times, ...quiet, ...machine } };
}

function runOf(rep, raw) {
  const figures = figuresOf('jam30', raw);
  const checks = { faults: faultsOf(figures), disturbances: disturbancesOf(figures) };
  return { rep, figures, ...checks };
}

const runsWith = (...p99s) => p99s.map((p99, index) => runOf(index + 1, jamRun({ p99 })));

describe('median', () => {
  it('is the middle of an odd number of values, in whatever order', () => {
    assert.equal(median([9, 1, 3]), 3);
  });
  it('is the mean of the two in the middle of an even number', () => {
    assert.equal(median([1, 2, 10, 4]), 3);
  });
  it('leaves out what is no number, and is none itself without values', () => {
    assert.equal(median([5, NaN, undefined]), 5);
    assert.ok(Number.isNaN(median([])));
  });
});

describe('the ratio to the reference', () => {
  it('pairs runs of the same repetition before it takes the median', () => {
    const summary = summarise(runsWith(2, 30, 3), runsWith(1, 10, 3));
    assert.deepEqual(summary.p99_ratios, [2, 3, 1]);
    assert.equal(summary.p99_ratio, 2);
  });
  it('leaves out repetitions in which one of the two failed', () => {
    const failed = runOf(1, { error: 'gone' });
    const summary = summarise(runsWith(2, 8), [failed, runOf(2, jamRun({ p99: 4 }))]);
    assert.deepEqual(summary.p99_ratios, [2]);
  });
  it('is none without a reference', () => {
    assert.ok(Number.isNaN(summarise(runsWith(2), []).p99_ratio));
  });
});

describe('a run', () => {
  it('fails when a note was lost', () => {
    assert.deepEqual(runOf(1, jamRun({ lost: 3 })).faults, ['lost 3']);
  });
  it('fails when the server did not start', () => {
    assert.deepEqual(runOf(1, { error: 'tutti did not get ready' }).faults, [
      'tutti did not get ready',
    ]);
  });
  it('is clean on a quiet machine', () => {
    const { faults, disturbances } = runOf(1, jamRun());
    assert.deepEqual([faults, disturbances], [[], []]);
  });
  it('is disturbed by other load, a busy host, or a late load generator', () => {
    const loaded = { machine: { other_cpu_share: 0.3 } };
    const stolen = { machine: { stolen_cpu_share: 0.2 } };
    const bound = { machine: { loadgen_cpu_share: 0.95 } };
    const found = [loaded, stolen, bound, { late: 50 }].map((trouble) =>
      runOf(1, jamRun(trouble)).disturbances.join(),
    );
    assert.deepEqual(found, ['other_cpu', 'stolen_cpu', 'loadgen_cpu', 'late_p99']);
  });
});

describe('the table', () => {
  const meta = { started: '2030-01-02T03:04:05.678Z', cpus: 2, cpu_model: 'x', reps: 2 };
  const rowOf = (runs) =>
    markdown({ meta, summary: { jam30: { tutti: summarise(runs, runsWith(1, 1)) } } })
      .split('\n')
      .find((line) => line.startsWith('| tutti '));

  it('shows the medians and calls clean runs ok', () => {
    assert.match(rowOf(runsWith(2, 4)), /\| 3\.00 \| 9\.0 \| 3\.00 \|.*\| ok \|$/);
  });
  it('says how many runs were disturbed, and by what', () => {
    const noisy = runOf(2, jamRun({ machine: { other_cpu_share: 0.5 } }));
    assert.match(rowOf([...runsWith(2), noisy]), /\| disturbed 1\/2: other_cpu \|$/);
  });
  it('has a row also for a server that never started', () => {
    const row = rowOf([runOf(1, { error: 'tutti did not get ready: a | b\nc' })]);
    assert.match(row, /\| – \|.*FAILED 1\/1: tutti did not get ready: a \/ b c \|$/);
  });
  it('counts a loss even where the median hides it', () => {
    const lossy = runOf(3, jamRun({ lost: 7 }));
    assert.match(rowOf([...runsWith(2, 2), lossy]), /\| 0 \|.*FAILED 1\/3: lost 7 \|$/);
  });
});

describe('the command line', () => {
  it('measures everything three times if nothing is said', () => {
    const { reps, servers, scenarios } = parseOptions([]);
    assert.deepEqual([reps, servers.length, scenarios], [3, 4, kUsualScenarios]);
  });
  it('measures once with --quick, unless told otherwise', () => {
    assert.equal(parseOptions(['--quick']).reps, 1);
    assert.equal(parseOptions(['--reps', '2', '--quick']).reps, 2);
  });
  it('keeps the order of the tables, not of the typing', () => {
    assert.deepEqual(parseOptions(['--only', 'uWS,tutti']).servers, ['tutti', 'uWS']);
  });
  for (const words of [
    ['--only', 'nobody'],
    ['--reps', '0'],
    ['--reps'],
    ['--fast'],
    ['--only', ''],
  ])
    it(`refuses ${words.join(' ') || 'nothing'}`, () => {
      assert.throws(() => parseOptions(words), UsageError);
    });
  it('gives the load generator its options in pairs', () => {
    assert.deepEqual(loadOf('jam30', true).slice(0, 4), ['--scenario', 'jam', '--n', '30']);
  });
});
