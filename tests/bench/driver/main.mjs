// Every scenario against every server by turns (A B C A B C), then the table and the files.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join, relative, resolve } from 'node:path';
import { disturbancesOf, faultsOf, figuresOf, summarise } from './figures.mjs';
import { kUsage, parseOptions, UsageError } from './options.mjs';
import { kResults, withoutPaths } from './places.mjs';
import { buildPrograms, installPeers, tuttiAt } from './prepare.mjs';
import { loadgen } from './processes.mjs';
import { markdown } from './report.mjs';
import { kLongestRunMs, loadOf } from './scenarios.mjs';
import { selfcheck } from './selfcheck.mjs';
import { kReference, serve, takesPart } from './servers.mjs';

async function measure(name, scenario, options) {
  let server;
  try {
    server = await serve(name, { tutti: options.tutti, scenario });
  } catch (error) {
    return { error: `${name} ${error.message}` };
  }
  const result = await loadgen([...server.load, ...loadOf(scenario, options.quick)], kLongestRunMs);
  const died = server.run.over;
  const code = await server.end();
  return died ? { ...result, error: `${name} ended during the run (${code})` } : result;
}

function describe({ rep, scenario, server, figures, faults, disturbances }) {
  const p99 = figures.error ? '' : `p99 ${figures.p99.toFixed(2)} ms  `;
  const bad = faults.length > 0 ? `FAILED: ${faults.join(', ')}  ` : '';
  const noisy = disturbances.length > 0 ? `disturbed: ${disturbances.join(', ')}` : '';
  return `[${rep}] ${scenario.padEnd(10)} ${server.padEnd(11)} ${p99}${bad}${noisy}`.trimEnd();
}

async function measureAll(options) {
  const runs = [];
  for (let rep = 1; rep <= options.reps; ++rep) {
    for (const scenario of options.scenarios) {
      for (const server of options.servers.filter((name) => takesPart(name, scenario))) {
        const raw = await measure(server, scenario, options);
        const figures = figuresOf(scenario, raw);
        const checks = { faults: faultsOf(figures), disturbances: disturbancesOf(figures) };
        runs.push({ rep, scenario, server, figures, ...checks, raw });
        console.error(describe(runs.at(-1)));
      }
    }
  }
  return runs;
}

function summaryOf(runs, { scenarios, servers }) {
  const of = (scenario, server) =>
    runs.filter((run) => run.scenario === scenario && run.server === server);
  const line = (scenario, server) => summarise(of(scenario, server), of(scenario, kReference));
  const lines = (scenario) =>
    servers
      .filter((server) => of(scenario, server).length > 0)
      .map((server) => [server, line(scenario, server)]);
  return Object.fromEntries(
    scenarios.map((scenario) => [scenario, Object.fromEntries(lines(scenario))]),
  );
}

function metaOf(options, tutti) {
  return {
    started: new Date().toISOString(),
    reps: options.reps,
    quick: options.quick,
    tutti,
    cpus: os.cpus().length,
    cpu_model: os.cpus()[0]?.model,
    memory_gib: Math.round(os.totalmem() / 2 ** 30),
    kernel: os.release(),
    node: process.version,
    loads: Object.fromEntries(
      options.scenarios.map((name) => [name, loadOf(name, options.quick).join(' ')]),
    ),
  };
}

function save(results) {
  mkdirSync(kResults, { recursive: true });
  const name = results.meta.started.slice(0, 19).replaceAll(':', '-');
  const texts = { json: `${JSON.stringify(results, null, 1)}\n`, md: markdown(results) };
  for (const [kind, text] of Object.entries(texts))
    for (const stem of [name, 'latest'])
      writeFileSync(join(kResults, `${stem}.${kind}`), withoutPaths(text));
  console.log(texts.md);
  console.error(`saved ${relative(process.cwd(), join(kResults, name))}.json and .md`);
}

async function check() {
  const wrong = await selfcheck();
  console.log(wrong.length > 0 ? wrong.join('\n') : 'The load generator counts right.');
  return wrong.length > 0 ? 1 : 0;
}

async function main(words) {
  const options = parseOptions(words);
  if (options.help) {
    console.log(kUsage);
    return 0;
  }
  options.tutti = resolve(options.tutti);
  const measuresTutti = options.servers.includes('tutti') && !options.selfcheck;
  const tutti = measuresTutti ? tuttiAt(options.tutti) : null;
  console.error('building the bench and installing the peers …');
  await buildPrograms();
  await installPeers();
  if (options.selfcheck) return check();
  const meta = metaOf(options, tutti);
  const runs = await measureAll(options);
  save({ meta, summary: summaryOf(runs, options), runs });
  const failed = runs.filter(({ faults }) => faults.length > 0);
  if (failed.length > 0) console.error(`${failed.length} of ${runs.length} runs failed:`);
  failed.forEach((run) => console.error(`  ${describe(run)}`));
  return failed.length > 0 ? 1 : 0;
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error.message);
  if (error instanceof UsageError) console.error(kUsage);
  process.exit(error instanceof UsageError ? 2 : 1);
}
