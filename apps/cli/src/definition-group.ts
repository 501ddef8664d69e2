import type { Command } from 'commander';

/** The group `alur definitions`, made by whoever adds to it first. */
export const groupIn = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'definitions') ??
  program
    .command('definitions')
    .description('approvals as data: checked, compared, tried out, published, changed while cases run');
