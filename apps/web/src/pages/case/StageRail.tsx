import { Box, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Proposal, Stage } from '../../api/model';
import { instantText, shortDay } from '../../format/dates';
import { inWords, named } from '../../format/words';
import { Due } from '../../parts/Due';
import { Section } from '../../parts/Section';
import { WholeDue } from '../../parts/WholeDue';
import { HolderLine } from './HolderLine';

const running: readonly string[] = ['submitted', 'returned'];

/** All stages in order: done, current, skipped with the reason, to come; each with who holds it. Above them, the deadline of them all. */
export const StageRail = ({
  proposal: { stages, deadline, status },
}: {
  proposal: Pick<Proposal, 'stages' | 'deadline'> & Readonly<{ status: string }>;
}) => {
  const { t } = useTranslation();
  const current = stages.findIndex(({ state }) => state === 'current');
  return (
    <Section
      id="stages"
      title={t('page.stages')}
      aside={
        current >= 0 && (
          <Text size="sm" className="muted">
            {t('page.stagesOf', { now: current + 1, all: stages.length })}
          </Text>
        )
      }
    >
      {deadline && (running.includes(status) || deadline.overdue) && (
        <Box mb="md">
          <WholeDue of={deadline} />
        </Box>
      )}
      <ol className="rail">
        {stages.map((stage, index) => (
          <RailStop key={stage.key} stage={stage} number={index + 1} />
        ))}
      </ol>
    </Section>
  );
};

const RailStop = ({ stage, number }: { stage: Stage; number: number }) => {
  const { t } = useTranslation();
  const { state, outcome, votes } = stage;
  const bad = outcome === 'failed' || outcome === 'returned';
  const told = state === 'done' && outcome ? named('outcome', outcome) : t(`stageState.${state}`);

  return (
    <li data-state={state} data-outcome={outcome ?? undefined} aria-current={state === 'current' ? 'step' : undefined}>
      <span className="rail-mark" aria-hidden>
        {state === 'done' ? (
          bad ? (
            <IconX size={16} />
          ) : (
            <IconCheck size={16} />
          )
        ) : state === 'skipped' ? (
          <IconMinus size={16} />
        ) : (
          number
        )}
      </span>
      <Text fw={state === 'current' ? 700 : 600} lh={1.4} pt={2}>
        {inWords(stage.title)}{' '}
        <Text span size="sm" fw={400} className="muted">
          ({told})
        </Text>
      </Text>
      {stage.holders.map((holder) => (
        <HolderLine key={`${holder.office}${holder.person.id}`} holder={holder} />
      ))}
      {stage.holders.length === 0 && state !== 'skipped' && (
        <Text size="sm" className="muted">
          {t('say.noPerson')}
        </Text>
      )}
      {stage.claimedBy && (
        <Text size="sm" fw={600} className="wrap">
          {t('page.claimedBy', { name: stage.claimedBy.name })}
        </Text>
      )}
      {stage.question && <OpenQuestion question={stage.question} />}
      {votes && state !== 'future' && (
        <Text size="sm" fw={600}>
          {t('page.votes', { ...votes })}
        </Text>
      )}
      {state === 'skipped' && stage.because && (
        <Text size="sm" className="muted">
          {t('page.because', { why: inWords(stage.because) })}
        </Text>
      )}
      {state === 'current' && !stage.question && <Due on={stage.dueOn} day />}
      {stage.originalDueOn && stage.originalDueOn !== stage.dueOn && (
        <Text size="sm" className="muted">
          {t('due.original', { day: shortDay(stage.originalDueOn) })}
        </Text>
      )}
      {state === 'done' && stage.closedAt && (
        <Text size="sm" className="muted">
          {instantText(stage.closedAt)}
        </Text>
      )}
    </li>
  );
};

/** What was asked: the stage stands still until it is answered. */
const OpenQuestion = ({ question: { text, by, of, dueOn } }: { question: NonNullable<Stage['question']> }) => {
  const { t } = useTranslation();
  return (
    <div className="rail-question">
      <Text size="sm" fw={600} className="wrap">
        {t('page.waitsForAnswer', { names: of.map(({ name }) => name).join(', ') })}
      </Text>
      <Text size="sm" className="wrap">
        “{text}”{' '}
        <Text span size="sm" className="muted">
          ({by.name})
        </Text>
      </Text>
      {dueOn && <Due on={dueOn} />}
    </div>
  );
};
