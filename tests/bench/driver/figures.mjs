// From the load generator's JSON to what the table shows: figures, faults, disturbances, medians, ratios.
import { kindOf } from './scenarios.mjs';

const kFaults = [
  'lost',
  'duplicated',
  'out_of_order',
  'self_echo',
  'cross_room',
  'unknown',
  'disconnects',
  'failed',
  'missed',
];
/** Above these a run says more about the machine than about the server. */
const kBounds = { other_cpu: 0.1, stolen_cpu: 0.05, loadgen_cpu: 0.85, late_p99: 20 };

const kMiB = 1024;

function notes({ result, disconnects }) {
  const { latency_ms: latency, send_lateness_ms: late, ...counts } = result;
  return {
    sent: counts.sent,
    ...Object.fromEntries(kFaults.filter((key) => key in counts).map((key) => [key, counts[key]])),
    disconnects,
    deliveries_per_s: counts.deliveries_per_s,
    p50: latency.p50,
    p95: latency.p95,
    p99: latency.p99,
    max: latency.max,
    cpu_us: counts.server_cpu_us_per_delivery,
    late_p99: late.p99,
  };
}

const kFigures = {
  notes,
  slow: (run) => ({
    ...notes(run),
    p99_before: run.before.latency_ms.p99,
    unread_mib: run.payload_bytes_per_slow_client / kMiB / kMiB,
    growth_mib: run.rss_growth_kb / kMiB,
    dropped: run.slow_dropped_while_stalled,
    dropped_later: run.slow_dropped_seen_after_resume,
  }),
  joins: ({ setup, result }) => ({
    joined: setup.joined,
    failed: setup.failed,
    all_joined_ms: setup.all_joined_ms,
    p50: setup.join_ms.p50,
    p99: setup.join_ms.p99,
    cpu_s: result.server_cpu_s,
  }),
  beats: ({ beats, disconnects }) => ({
    beats: beats.beats,
    missed: beats.missed,
    disconnects,
    p50: beats.deviation_ms.p50,
    p99: beats.deviation_ms.p99,
    max: beats.deviation_ms.max,
  }),
};

const control = ({ result }) => ({
  server_cpu: result.server_cpu_share,
  rss_mib: result.server_rss_peak_kb / kMiB,
  loadgen_cpu: result.loadgen_cpu_share,
  other_cpu: result.other_cpu_share,
  stolen_cpu: result.stolen_cpu_share,
});

/** One flat record of numbers, or `{error}`. */
export function figuresOf(scenario, run) {
  if (run.error) return { error: run.error };
  return { ...kFigures[kindOf(scenario)](run), ...control(run) };
}

/** What must not happen: `["lost 3", …]`. */
export function faultsOf(figures) {
  if (figures.error) return [figures.error];
  return kFaults.filter((key) => figures[key] > 0).map((key) => `${key} ${figures[key]}`);
}

/** Which of the machine's own troubles reached into a run. */
export function disturbancesOf(figures) {
  return Object.keys(kBounds).filter((key) => figures[key] > kBounds[key]);
}

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** p99 of one server over the reference's, each pair from the same repetition. */
function ratiosTo(reference, mine) {
  return mine
    .map(({ rep, figures }) => {
      const other = reference.find((run) => run.rep === rep);
      return figures.p99 / other?.figures.p99;
    })
    .filter(Number.isFinite);
}

/** All repetitions of one server in one scenario: for each figure its median, plus counts of bad runs. */
export function summarise(mine, reference) {
  const good = mine.filter(({ figures }) => !figures.error);
  const keys = good.length > 0 ? Object.keys(good[0].figures) : [];
  const medians = keys.map((key) => [key, median(good.map(({ figures }) => figures[key]))]);
  const ratios = ratiosTo(reference, good);
  return {
    ...Object.fromEntries(medians),
    p99_ratio: median(ratios),
    p99_ratios: ratios,
    runs: mine.length,
    faulty: mine.filter(({ faults }) => faults.length > 0).length,
    disturbed: mine.filter(({ disturbances }) => disturbances.length > 0).length,
    faults: [...new Set(mine.flatMap(({ faults }) => faults))],
    disturbances: [...new Set(mine.flatMap(({ disturbances }) => disturbances))],
  };
}
