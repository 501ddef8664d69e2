import { Button, Group, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DecisionPreview, type DecisionResults, useDecideMany, usePreview, type Verdict } from '../../api/generic';
import { useMe } from '../../api/session';
import { inWords, named } from '../../format/words';
import { Dialog } from '../../parts/Dialog';
import { Notice } from '../../parts/Notice';
import { ReasonField } from '../../parts/ReasonField';
import { SignatureField } from '../../parts/SignatureField';
import '../case/case.css';

const verdicts = ['approve', 'return', 'reject'] as const;

/**
 * What was selected, decided in one go: first what can and what can't be and why, then what became of each. The result stays until
 * it is closed, also when what was decided has left the inbox.
 */
export const BulkBar = ({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) => {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const preview = usePreview();
  const decide = useDecideMany();
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const maySign = useMe()?.maySign !== false;
  const start = (wanted: Verdict) => {
    setVerdict(wanted);
    setReason('');
    setPassword('');
    decide.reset();
    preview.mutate({ ids: [...ids], verdict: wanted });
  };
  const close = () => {
    setVerdict(null);
    setPassword('');
    if (decide.data) onClear();
  };
  const shown = preview.data && withoutSigning(preview.data, maySign, t('bulk.needsPassword'));
  const items = (shown?.items ?? []).flatMap(({ id, stage, etag, allowed }) =>
    allowed && stage !== null ? [{ id, stage, ...(etag && { etag }) }] : [],
  );
  const asks = (which: (item: DecisionPreview['items'][number]) => boolean): boolean =>
    shown?.items.some((item) => item.allowed && which(item)) ?? false;
  const needed = asks((item) => item.reason === 'required');
  const signed = asks((item) => item.signature === 'required');
  const ready = items.length > 0 && (!needed || reason.trim() !== '') && (!signed || password !== '');
  const send = () => verdict && decide.mutate({ items, verdict, reason: reason.trim(), ...(signed && { password }) });
  const verb = verdict ? named('verb', verdict) : '';
  const done = decide.data;

  return (
    <>
      {ids.length > 0 && (
        <>
          <div className="bar-room" />
          <div className="bar" role="region" aria-label={t('bar.label')}>
            <Group gap="xs" maw={1240} mx="auto">
              <Text size="sm" fw={700} aria-live="polite">
                {t('bulk.chosen', { count: ids.length })}
              </Text>
              {verdicts.map((each) => (
                <Button
                  key={each}
                  size="sm"
                  variant={each === 'approve' ? 'filled' : 'default'}
                  color="teal.8"
                  onClick={() => start(each)}
                >
                  {named('verb', each)}
                </Button>
              ))}
              <Button size="sm" variant="subtle" onClick={onClear}>
                {t('bulk.clear')}
              </Button>
            </Group>
          </div>
        </>
      )}
      <Dialog
        opened={verdict !== null}
        onClose={close}
        title={t('bulk.title', { verb, count: preview.data?.items.length ?? ids.length })}
        submit={done ? t('say.close') : t('bulk.run', { verb, count: items.length })}
        color={verdict === 'approve' ? 'teal.8' : verdict === 'reject' ? 'red.9' : 'tarum'}
        busy={preview.isPending || decide.isPending}
        ready={done !== undefined || ready}
        error={preview.error ?? decide.error}
        onSubmit={() => (done ? close() : send())}
      >
        {done ? <Outcome results={done} preview={preview.data} /> : shown && <Preview preview={shown} />}
        {!done && items.length > 0 && (
          <ReasonField value={reason} onValue={setReason} required={needed} description={t('ask.reasonHint')} />
        )}
        {!done && signed && <SignatureField value={password} onValue={setPassword} count={items.length} />}
      </Dialog>
    </>
  );
};

/** Who has no password signs nothing: what is signed is left to be decided otherwise, and the rest need not wait for it. */
const withoutSigning = (preview: DecisionPreview, maySign: boolean, why: string): DecisionPreview => {
  if (maySign) return preview;
  const items = preview.items.map((item) =>
    item.allowed && item.signature === 'required' ? { ...item, allowed: false, detail: why } : item,
  );
  const can = items.filter(({ allowed }) => allowed).length;
  return { can, cannot: items.length - can, items };
};

const Preview = ({ preview }: { preview: DecisionPreview }) => {
  const { t } = useTranslation();
  return (
    <>
      <Text fw={700}>{t('bulk.can', { count: preview.can })}</Text>
      <List size="sm">
        {preview.items
          .filter(({ allowed }) => allowed)
          .map(({ id, subject, title, stageTitle }) => (
            <List.Item key={id}>
              {subject?.name}: {inWords(title)}, {inWords(stageTitle)}
            </List.Item>
          ))}
      </List>
      {preview.cannot > 0 && (
        <Notice tone="warn" title={t('bulk.cannot', { count: preview.cannot })}>
          <List size="sm">
            {preview.items
              .filter(({ allowed }) => !allowed)
              .map(({ id, subject, detail }) => (
                <List.Item key={id}>
                  {subject?.name ?? id}: {detail}
                </List.Item>
              ))}
          </List>
        </Notice>
      )}
    </>
  );
};

const Outcome = ({ results, preview }: { results: DecisionResults; preview: DecisionPreview | undefined }) => {
  const { t } = useTranslation();
  const nameOf = (id: string) => preview?.items.find((item) => item.id === id)?.subject?.name ?? id;
  const refused = results.items.filter(({ decided }) => !decided);
  return (
    <>
      <Notice tone="good" title={t('bulk.decided', { count: results.decided })}>
        {results.items
          .filter(({ decided }) => decided)
          .map(({ id }) => nameOf(id))
          .join(', ')}
      </Notice>
      {refused.length > 0 && (
        <Notice tone="bad" title={t('bulk.refused', { count: results.refused })}>
          <List size="sm">
            {refused.map(({ id, detail }) => (
              <List.Item key={id}>
                {nameOf(id)}: {detail}
              </List.Item>
            ))}
          </List>
        </Notice>
      )}
    </>
  );
};
