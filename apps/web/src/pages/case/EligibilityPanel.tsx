import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { eligibilityQuery } from '../../api/cases';
import type { EligibilityResult, Proposal, RuleAnswer } from '../../api/model';
import { named } from '../../format/words';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { Waiting } from '../../parts/Waiting';
import { RuleRow } from './RuleRow';
import { Notice, type Tone } from '../../parts/Notice';

const tones: Record<EligibilityResult, Tone> = { eligible: 'good', warnings: 'warn', blocked: 'bad' };

const order = { block: 0, unknown: 1, warn: 2, pass: 3, not_applicable: 4 } as const;
const matters = ({ outcome }: RuleAnswer): boolean => outcome !== 'pass' && outcome !== 'not_applicable';

const Papers = 'E93';
const toJudge: readonly string[] = ['attached', 'accepted'];

/** Nothing hinders but that the verifier has not looked at all papers: that is his work, and no fault of the proposal. */
const waitsForVerdicts = (items: readonly RuleAnswer[], checklist: Proposal['checklist']): boolean => {
  const hindering = items.filter(
    ({ outcome, severity }) => outcome === 'block' || (outcome === 'unknown' && severity === 'block'),
  );
  const owed = checklist.filter(({ required, producedBy }) => required && producedBy === null);
  return hindering.length === 1 && hindering[0]?.rule === Papers && owed.every(({ state }) => toJudge.includes(state));
};

/** What the rules say, with what each rested on. What hinders comes first; the rest is one press away. */
export const EligibilityPanel = ({ proposal }: { proposal: Pick<Proposal, 'id' | 'checklist'> }) => {
  const { t } = useTranslation();
  const [all, { toggle }] = useDisclosure(false);
  const query = useQuery(eligibilityQuery(proposal.id));
  const report = query.data;
  const items = (report?.items ?? []).toSorted((a, b) => order[a.outcome] - order[b.outcome]);
  const count = (...outcomes: readonly string[]) => items.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const shown = all ? items : items.filter(matters);
  const unjudged = report?.phase === 'verification' && waitsForVerdicts(items, proposal.checklist);

  return (
    <Section id="eligibility" title={t('eligibility.title')}>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {report && (
        <>
          <Notice
            tone={unjudged ? 'info' : tones[report.result]}
            title={t(unjudged ? 'eligibility.unjudged' : `eligibility.result.${report.result}`)}
          >
            <Text size="sm">
              {t('eligibility.counts', {
                pass: count('pass'),
                warn: count('warn'),
                block: count('block') + items.filter((item) => item.outcome === 'unknown' && item.severity === 'block').length,
              })}
            </Text>
            <Text size="sm">
              {t('eligibility.ruleSet', { version: report.ruleSet.version, phase: named('eligibility.phase', report.phase) })}
            </Text>
          </Notice>
          <ul className="rows" style={{ marginTop: shown.length > 0 ? 20 : 0 }}>
            {shown.map((item) => (
              <RuleRow key={item.rule} item={item} />
            ))}
          </ul>
          <Button variant="subtle" size="sm" mt="sm" onClick={toggle} aria-expanded={all} className="no-print">
            {all ? t('eligibility.showLess') : t('eligibility.showAll', { count: items.length })}
          </Button>
        </>
      )}
    </Section>
  );
};
