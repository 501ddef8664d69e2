import { ActionIcon, Box, Group, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseFull } from '../../api/generic';
import { holdersText, inWords, named, sentence } from '../../format/words';
import { VerbButton } from '../case/VerbButton';
import { CaseDeedDialog } from './CaseDeedDialog';

const main: readonly string[] = [
  'approve',
  'partial',
  'return',
  'reject',
  'submit',
  'record-answer',
  'answer',
  'advise',
  'resume',
];
/** Done on the page itself: a file, a remark, the form. */
const elsewhere: readonly string[] = ['attach', 'comment', 'amend'];

/** Every verb that the engine offers now, at the foot of the page. A button that may not act says why. */
export const CaseBar = ({ of }: { of: CaseFull }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<CaseAct | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const offered = of.actions.filter(({ verb }) => !elsewhere.includes(verb) && (verb !== 'partial' || of.lines.length > 1));
  const mine = offered.filter(({ verb, allowed }) => main.includes(verb) && allowed);
  // Where nothing is his to do, the decisions of the open stage are shown with the reason why not.
  const shown =
    mine.length > 0 ? mine : offered.filter(({ verb }) => ['approve', 'return', 'reject', 'submit'].includes(verb)).slice(0, 3);
  const more = offered.filter((action) => !shown.includes(action));
  const allowedMore = more.filter(({ allowed }) => allowed);
  const why = shown.find(({ allowed, detail }) => !allowed && detail)?.detail;
  const stage = of.stages.find(({ key }) => key === mine.find((action) => action.stage !== null)?.stage);

  if (shown.length === 0 && allowedMore.length === 0) {
    return (
      <Box className="bar" component="aside" aria-label={t('bar.label')}>
        <Text size="sm" className="muted" ta="center">
          {t('bar.closed')}
        </Text>
      </Box>
    );
  }
  return (
    <Box className="bar" id="decision" component="aside" aria-label={t('bar.label')}>
      <Box maw={1240} mx="auto" style={{ display: 'grid', gap: 8 }}>
        <Text size="sm" lh={1.4}>
          {mine.length > 0 ? (
            <strong>{stage ? t('bar.yours', { stage: inWords(stage.title) }) : t('bar.complete')}</strong>
          ) : (
            <>
              {why ?? t('bar.notYours')}
              {of.mayAct.length > 0 &&
                of.status === 'submitted' &&
                ` ${sentence(t('bar.waits', { who: holdersText(of.mayAct) }))}`}
            </>
          )}
        </Text>
        <Group gap="xs">
          {shown.map((action) => (
            <VerbButton key={`${action.verb}${action.stage ?? ''}`} action={action} stage={null} onAsk={setAsked} />
          ))}
          <Menu position="top-end" withinPortal>
            <Menu.Target>
              <ActionIcon ref={trigger} variant="default" size={42} ml="auto" aria-label={t('bar.more')}>
                <IconDots size={20} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }} maw={360}>
              {more.map((action) => (
                <Menu.Item
                  key={`${action.verb}${action.stage ?? ''}`}
                  data-verb={action.verb}
                  disabled={!action.allowed}
                  onClick={() => (trigger.current?.focus(), setAsked(action))}
                >
                  {named('verb', action.verb)}
                  {!action.allowed && (
                    <Text size="xs" className="muted" style={{ whiteSpace: 'normal' }}>
                      {action.detail}
                    </Text>
                  )}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Box>
      <CaseDeedDialog of={of} action={asked} onClose={() => setAsked(null)} />
    </Box>
  );
};
