import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/model';
import { Section } from '../../parts/Section';
import { DocumentRow } from './DocumentRow';

/** The checklist: each document that the kind of move asks for, with the verifier's verdict. */
export const Documents = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const needed = proposal.checklist.filter(({ required, producedBy }) => required && producedBy === null);
  const have = needed.filter(({ state }) => ['attached', 'accepted', 'produced'].includes(state)).length;
  const may = (verb: string): boolean => proposal.actions.some((action) => action.verb === verb && action.allowed);

  return (
    <Section
      id="documents"
      title={t('document.title')}
      aside={
        <Text size="sm" className="muted">
          {t('document.progress', { have, need: needed.length })}
        </Text>
      }
    >
      <ul className="rows">
        {proposal.checklist.map((row) => (
          <DocumentRow key={row.type} proposal={proposal} row={row} mayAttach={may('attach')} mayJudge={may('judge')} />
        ))}
      </ul>
    </Section>
  );
};
