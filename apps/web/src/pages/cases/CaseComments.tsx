import type { CaseFull } from '../../api/generic';
import { useCaseDeed } from '../../api/generic';
import { Remarks } from '../case/Comments';

/** What was remarked on the case. */
export const CaseComments = ({ of }: { of: CaseFull }) => {
  const deed = useCaseDeed(of.id);
  const allowed = of.actions.some(({ verb, allowed: may }) => verb === 'comment' && may);
  return (
    <Remarks
      id={of.id}
      allowed={allowed}
      busy={deed.isPending}
      error={deed.error}
      onSend={(text, done) => deed.mutate({ verb: 'comment', stage: null, filled: { text }, etag: null }, { onSuccess: done })}
    />
  );
};
