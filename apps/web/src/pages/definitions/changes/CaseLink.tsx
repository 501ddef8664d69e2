import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** To a case's own page, by the name of whom it is about. */
export const CaseLink = ({ of: { caseId, kind, subject } }: { of: { caseId: string; kind: string; subject: string } }) => (
  <Anchor component={Link} to={kind === 'mutation' ? `/proposals/${caseId}` : `/cases/${caseId}`} fw={700} size="sm">
    {subject}
  </Anchor>
);
