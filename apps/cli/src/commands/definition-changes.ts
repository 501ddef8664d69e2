import { readFile, writeFile } from 'node:fs/promises';
import type { BackTestReport, MigrationLine, MigrationOrder } from '@app/domain/policies';
import { InvalidArgumentError, Option } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { openDomain } from '../../../worker/src/domain.js';
import type { Foundation } from '../../../worker/src/foundation.js';
import type { Adding } from '../command.js';
import { groupIn } from '../definition-group.js';
import { type Bar, bar } from '../progress.js';

type MigrateOptions = Readonly<{
  to: number;
  map: Readonly<Record<string, string>>;
  timers: MigrationOrder['timers'];
  reason: string;
  only?: readonly string[];
  except?: readonly string[];
  carryOut?: true;
}>;

/** `alur definitions migrate` and `alur definitions back-test`: changing an approval while its cases run. */
export const addDefinitionChanges: Adding = (program, { withAlur, say, fail }) => {
  const definitions = groupIn(program);

  definitions
    .command('migrate')
    .description('let running cases go on under another version; without --carry-out only what would become of them')
    .argument('<id>', 'the definition')
    .requiredOption('--to <version>', 'the version they go to', wholeNumber)
    .option('--map <old=new...>', 'stages that are called otherwise there', pair, {})
    .addOption(new Option('--timers <rule>', 'deadlines of open stages').choices(['keep', 'restart']).default('keep'))
    .option('--only <case...>', 'these cases only')
    .option('--except <case...>', 'these cases stay behind')
    .option('--reason <text>', 'why; recorded in every case', '')
    .option('--carry-out', 'do it: all of them, or none')
    .action((definition: string, { to: version, map: mapping, carryOut, ...rest }: MigrateOptions) =>
      withAlur(async (alur) => {
        const { migrations } = await openDomain(alur);
        const order = { definition, version, mapping, ...rest };
        const lines = await migrations.preview(order, metaOf(alur));
        for (const line of lines) say(lineOf(line));
        const refused = lines.filter(({ preview }) => preview.problems.length > 0).length;
        say(`${lines.length} cases, ${refused} with problems`);
        if (refused > 0) fail();
        if (!carryOut || refused > 0) return;
        const shown = bar('cases', lines.length);
        const results = await migrations.carryOut(order, metaOf(alur), shown.at).finally(shown.stop);
        const missed = results.filter(({ outcome }) => outcome === 'missed');
        for (const { caseId, code } of missed) say(`${caseId} had moved on meanwhile: ${code ?? ''}`);
        say(`${results.length - missed.length} cases migrated`);
        if (missed.length > 0) fail();
      }),
    );

  definitions
    .command('back-test')
    .description('run a draft on closed cases, and say what would have differed; nothing is written')
    .argument('<file>', 'the draft, YAML or JSON')
    .option('--cases <count>', 'so many closed cases, the newest first', wholeNumber, 1_000)
    .option('--report <file>', 'write what differed in each case, as JSON')
    .action((file: string, { cases: count, report }: Readonly<{ cases: number; report?: string }>) =>
      withAlur(async (alur) => {
        const draft = alur.reader.readText(await readFile(file, 'utf8'));
        if (!('hash' in draft)) throw new Error(draft.map(({ at, code, about }) => `${at}: ${code}: ${about}`).join('\n'));
        const { backTests } = await openDomain(alur);
        const shown: { bar?: Bar } = {};
        const tested = await backTests
          .run(draft.definition, count, (done, total) => (shown.bar ??= bar('cases', total)).at(done))
          .finally(() => shown.bar?.stop());
        for (const line of summaryOf(tested)) say(line);
        if (report !== undefined) await writeFile(report, JSON.stringify(tested, null, 2));
      }),
    );
};

/** Who runs the command line is whoever may read the data folder. */
const metaOf = ({ clock, config: { tenant } }: Foundation) => {
  const commandId = uuidv7();
  return { actor: 'system:cli', commandId, correlationId: commandId, causationId: commandId, at: clock.now(), tenant };
};

const lineOf = ({ caseId, from, preview: { moves, passedOver, problems } }: MigrationLine): string => {
  const places = moves.map(({ from: left, to, timers, after, who }) => {
    const people = who.length === 0 ? 'vacant' : who.map(({ office }) => office).join(', ');
    return `${left} -> ${to} (${people}; deadline ${timers}${after ? `, due ${after.dueOn}` : ''})`;
  });
  const over = passedOver.length === 0 ? [] : [`not gone through: ${passedOver.join(', ')}`];
  const wrong = problems.map(({ code, about }) => `PROBLEM ${code}: ${about}`);
  return [`${caseId} from version ${from}`, ...(moves.length === 0 ? ['no stage open'] : places), ...over, ...wrong].join('; ');
};

const summaryOf = ({ cases, same, differing, days, assumed, refused }: BackTestReport): readonly string[] => [
  `${cases} closed cases, ${same} the same under the draft`,
  ...Object.entries(differing).map(([aspect, count]) => `${count} differ in ${aspect}`),
  `working days, median: ${days.was ?? '-'} as it was, ${days.wouldBe ?? '-'} under the draft`,
  ...Object.entries(assumed).map(
    ([stage, count]) => `${stage}: ${count} times an approval was assumed, the record knows no such stage`,
  ),
  ...Object.entries(refused).map(([code, count]) => `${count} times somebody would have been refused: ${code}`),
];

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('a whole number above 0');
  return Number(text);
};

const pair = (text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const [, from, to] = /^([a-z][a-z0-9_]*)=([a-z][a-z0-9_]*)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) throw new InvalidArgumentError('old=new, both keys of stages');
  return { ...before, [from]: to };
};
