import { Box, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '../../api/cases';
import type { Action, Verb } from '../../api/model';
import { useMe } from '../../api/session';
import { holdersText, inWords, named, sentence, verbName } from '../../format/words';
import { DeedDialog } from './DeedDialog';
import { MoreDeeds } from './MoreDeeds';
import { VerbButton } from './VerbButton';

const mainVerbs: readonly Verb[] = ['approve', 'return', 'reject'];
const proposerVerbs: readonly Verb[] = ['submit'];
const sideVerbs: readonly Verb[] = ['withdraw', 'rescind'];
const isOver = (status: string): boolean => ['rejected', 'withdrawn', 'cancelled', 'rescinded', 'completed'].includes(status);

/** What I may do now, at the foot of the page. A button that may not act says why. */
export const DecisionBar = ({ proposal }: { proposal: Versioned }) => {
  const { t } = useTranslation();
  const me = useMe();
  const [asked, setAsked] = useState<Action | null>(null);
  const find = (verbs: readonly Verb[]) => verbs.flatMap((verb) => proposal.actions.filter((action) => action.verb === verb));
  const submit = find(proposerVerbs);
  const open = proposal.status === 'draft' || proposal.status === 'returned';
  const main = open ? submit : proposal.status === 'submitted' ? find(mainVerbs) : [];
  const side = find(sideVerbs).filter(({ allowed }) => allowed);
  const mine = main.some(({ allowed }) => allowed);
  const myHolding = proposal.mayAct.find(({ person }) => person.id === me?.person.id);
  const stage = proposal.stages.find(({ key }) => key === proposal.stage);
  const missing = proposal.checklist.filter(
    ({ required, producedBy, state }) => required && producedBy === null && state !== 'attached' && state !== 'accepted',
  ).length;
  const draftLine = missing > 0 ? t('bar.missing', { count: missing }) : t('bar.complete');
  // The decision that is expected and not possible yet is explained without being asked.
  const barred = main.find(({ verb, allowed, detail }) => verb === 'approve' && !allowed && detail);
  const why = main.find(({ allowed, detail }) => !allowed && detail)?.detail;

  if (main.length === 0 && side.length === 0) {
    return isOver(proposal.status) ? (
      <Box className="bar" component="aside" aria-label={t('bar.label')}>
        <Text size="sm" className="muted" ta="center">
          {t('bar.closed')}
        </Text>
      </Box>
    ) : null;
  }

  return (
    <Box className="bar" id="decision" component="aside" aria-label={t('bar.label')}>
      <Box maw={1240} mx="auto" style={{ display: 'grid', gap: 8 }}>
        <Text size="sm" lh={1.4}>
          {mine ? (
            <>
              <strong>
                {open ? draftLine : t('bar.yours', { stage: inWords(stage?.title) || named('stageName', proposal.stage) })}
              </strong>
              {!open && barred && (
                <Text span size="sm" display="block">
                  {t('bar.barred', { verb: verbName(barred.verb, proposal.stage), why: barred.detail })}
                </Text>
              )}
            </>
          ) : (
            <>
              {why ?? t('bar.notYours')}
              {proposal.mayAct.length > 0 && !open && ` ${sentence(t('bar.waits', { who: holdersText(proposal.mayAct) }))}`}
            </>
          )}
        </Text>
        <Group gap="xs">
          {main.map((action) => (
            <VerbButton key={action.verb} action={action} stage={proposal.stage} onAsk={setAsked} />
          ))}
          <MoreDeeds actions={side} onAsk={setAsked} />
        </Group>
      </Box>
      <DeedDialog proposal={proposal} action={asked} as={myHolding} onClose={() => setAsked(null)} />
    </Box>
  );
};
