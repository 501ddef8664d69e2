import { writeFile } from 'node:fs/promises';
import { bpmnOf, differencesOf } from '@app/domain/definitions';
import { warningsOf } from '@app/workflow';
import { Option } from 'commander';
import { openDefinitionsFolder } from '../../../worker/src/definitions-folder.js';
import { openDomain } from '../../../worker/src/domain.js';
import type { Adding } from '../command.js';
import { groupIn } from '../definition-group.js';
import { publishByTwo } from '../definition-publishing.js';
import { definitionAt, documentIn, lineOf, readDocument } from '../definition-source.js';
import { addSimulation } from './definition-simulation.js';

/** `alur definitions`: what approvals there are, and whether one that is being written is sound. */
export const addDefinitions: Adding = (program, cli) => {
  const { withAlur, say, fail } = cli;
  const definitions = groupIn(program);

  definitions
    .command('list')
    .description('every version of every definition')
    .action(() =>
      withAlur(async (alur) => {
        const { definitions: known } = await openDomain(alur);
        for (const { definition, retired, hash } of known
          .all()
          .toSorted((a, b) => (a.definition.id < b.definition.id ? -1 : 1))) {
          const { id, version, title } = definition;
          const state = retired ? 'retired' : known.inForce(id)?.definition.version === version ? 'in force' : 'published';
          say(`${id}@${version}\t${state}\t${hash.slice(0, 12)}\t${title.id}`);
        }
      }),
    );

  definitions
    .command('validate')
    .description('check a file wholly, and say everything that is wrong with it; no store is needed')
    .argument('<file>', 'YAML or JSON')
    .action(async (file: string) => {
      const { reader } = await openDefinitionsFolder();
      const result = readDocument(reader, await documentIn(file));
      if ('hash' in result) {
        for (const warning of warningsOf(result.definition)) say(`${file}: warning: ${lineOf(warning)}`);
        return say(`${file}: sound. ${result.definition.id} version ${result.definition.version}, ${result.hash}`);
      }
      for (const problem of result) say(`${file}: ${lineOf(problem)}`);
      return fail();
    });

  definitions
    .command('diff')
    .description('what one says otherwise than another')
    .argument('<a>', 'a file, or an id (leave, leave@2)')
    .argument('<b>', 'the same')
    .action(async (a: string, b: string) => {
      const [before, after] = [await definitionAt(a, cli), await definitionAt(b, cli)];
      const differences = differencesOf(before.loaded, after.loaded);
      for (const { at, kind, before: was, after: is, within } of differences) {
        say(`${kind} ${at}${within ? ` (${within.id})` : ''}`);
        if (was !== undefined) say(`  - ${JSON.stringify(was)}`);
        if (is !== undefined) say(`  + ${JSON.stringify(is)}`);
      }
      if (differences.length === 0) say('They say the same.');
    });

  definitions
    .command('bpmn')
    .description('as BPMN 2.0 XML, laid out')
    .argument('<what>', 'a file, or an id (leave, leave@2)')
    .addOption(new Option('--language <language>', 'of the names').choices(['id', 'en']).default('id'))
    .option('--out <file>', 'write it there instead of saying it')
    .action(async (what: string, { language, out }: Readonly<{ language: 'id' | 'en'; out?: string }>) => {
      const { loaded } = await definitionAt(what, cli);
      const xml = await bpmnOf(loaded.definition, language);
      if (out === undefined) say(xml);
      else await writeFile(out, xml);
    });

  definitions
    .command('publish')
    .description('put a file in force: written by one person, reviewed and published by another')
    .argument('<file>', 'YAML or JSON')
    .requiredOption('--author <nip>', 'who wrote it')
    .requiredOption('--reviewer <nip>', 'who has reviewed it and publishes it: head of HR or an administrator')
    .option('--note <text>', 'of the review', '')
    .action((file: string, people: Readonly<{ author: string; reviewer: string; note: string }>) =>
      withAlur(async (alur) => say(await publishByTwo(alur, await documentIn(file), people))),
    );

  addSimulation(definitions, cli);
};
