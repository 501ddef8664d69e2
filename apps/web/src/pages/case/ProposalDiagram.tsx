import { useQuery } from '@tanstack/react-query';
import { caseQuery } from '../../api/generic';
import type { Proposal } from '../../api/model';
import { CaseDiagram } from '../definitions/diagram/CaseDiagram';

/** The drawing of a transfer's approval. A proposal is a case, which says what version it runs on. */
export const ProposalDiagram = ({ proposal: { id, status, stages } }: { proposal: Proposal }) => {
  const { data } = useQuery(caseQuery(id));
  if (!data) return null;
  const open = stages.filter(({ state }) => state === 'current').map(({ key }) => key);
  const current = status === 'draft' || status === 'returned' ? ['submission'] : open;
  return <CaseDiagram definitionId={data.definition.id} version={data.definition.version} current={current} />;
};
