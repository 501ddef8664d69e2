import { NativeSelect, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposalQuery, useDeed, type Versioned } from '../../api/cases';
import type { Action, Holder, Proposal } from '../../api/model';
import { isProblem } from '../../api/problem';
import { holderNote, inWords, named, placeText, titleOf, verbName } from '../../format/words';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { SignatureField } from '../../parts/SignatureField';
import { toast } from '../../parts/toast';

const titles = ['approve', 'return', 'reject', 'submit', 'withdraw', 'rescind'] as const;
const notes = { submit: 'submitText', withdraw: 'withdrawText', rescind: 'rescindText' } as const;
const isTitled = (verb: string): verb is (typeof titles)[number] => titles.some((title) => title === verb);
const colorOf = (verb: string): string =>
  verb === 'approve' ? 'teal.8' : ['reject', 'withdraw', 'rescind'].includes(verb) ? 'red.9' : 'tarum';

/** Where a verb has a name of its own at the stage, the question uses it: one does not press "Accept" to "Approve this?". */
const questionAt = (verb: string, stage: string | null): string => {
  const question = named(`askAt.${verb}`, stage);
  return question === stage ? '' : question;
};

type Props = Readonly<{ proposal: Versioned; action: Action | null; as: Holder | undefined; onClose: () => void }>;

/** Asks before anything is recorded: what, in which office, why, and where to. */
export const DeedDialog = ({ proposal, action, as, onClose }: Props) => {
  const { t } = useTranslation();
  const deed = useDeed(proposal.id);
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [to, setTo] = useState<string>();
  const [shown, setShown] = useState(action);
  const { reset } = deed;
  const queries = useQueryClient();
  // What was on the screen when the question was put, whatever arrives while it is open.
  const [seen, setSeen] = useState<Proposal['seen'][string]>();
  useEffect(() => {
    setSeen((before) => (action ? (before ?? proposal.seen[proposal.stage ?? '']) : undefined));
  }, [action, proposal]);

  useEffect(() => {
    if (!action) return;
    setShown(action);
    setReason('');
    setPassword('');
    setTo(undefined);
    reset();
  }, [action, reset]);

  const verb = shown?.verb ?? 'approve';
  const targets = verb === 'return' ? (shown?.to ?? []) : [];
  const name = verbName(verb, proposal.stage);
  const note = verb in notes ? t(`ask.${notes[verb as keyof typeof notes]}`) : '';
  const problem = isProblem(deed.error) ? deed.error : undefined;
  const needed = shown?.reason === 'required';

  const signed = shown?.signature === 'required';

  const send = () =>
    deed.mutate(
      {
        verb,
        reason: reason.trim(),
        stage: proposal.stage,
        to: to ?? targets[0],
        etag: proposal.etag,
        seen,
        ...(signed && { password }),
      },
      {
        // The page is read anew, so that the next look is at what holds now.
        onError: () => void queries.invalidateQueries({ queryKey: proposalQuery(proposal.id).queryKey }),
        onSuccess: () => {
          toast(t('ask.did', { what: name }));
          onClose();
        },
      },
    );

  return (
    <Dialog
      opened={action !== null}
      onClose={onClose}
      title={isTitled(verb) ? questionAt(verb, proposal.stage) || t(`ask.${verb}`) : name}
      submit={name}
      color={colorOf(verb)}
      ready={(!needed || reason.trim() !== '') && (!signed || password !== '')}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={send}
    >
      <Text size="sm" className="wrap">
        <strong>{proposal.employee.name}</strong>, {titleOf(proposal.from.post)} → <strong>{titleOf(proposal.to.post)}</strong>,{' '}
        {placeText(proposal.to)}
      </Text>
      {as && verb !== 'submit' && (
        <Text size="sm" className="muted">
          {t('ask.as', { office: inWords(as.title) })} {holderNote(as)}
        </Text>
      )}
      {note && <Text size="sm">{note}</Text>}
      {targets.length > 1 && (
        <NativeSelect
          label={t('ask.to')}
          value={to ?? targets[0]}
          onChange={({ currentTarget: { value } }) => setTo(value)}
          data={targets.map((key) => ({
            value: key,
            label: inWords(proposal.stages.find((stage) => stage.key === key)?.title) || named('stageName', key),
          }))}
        />
      )}
      {shown && shown.reason !== 'none' && (
        <ReasonField
          value={reason}
          onValue={setReason}
          required={needed}
          description={t('ask.reasonHint')}
          error={problem?.at('reason')}
          data-autofocus
        />
      )}
      {signed && <SignatureField value={password} onValue={setPassword} />}
    </Dialog>
  );
};
