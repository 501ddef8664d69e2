import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/cases';
import type { Employee, Position } from '../../api/model';
import { isProblem } from '../../api/problem';
import { useNow } from '../../api/session';
import { dayOf } from '../../format/dates';
import { addDays } from '../../format/days';
import { DayField } from '../../parts/DayField';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { ReasonField } from '../../parts/ReasonField';
import { toast } from '../../parts/toast';
import { EmployeePicker } from './EmployeePicker';
import { PostPicker } from './PostPicker';

/** Who, where to, why. The draft is made at once and its page shows what the rules say. */
export const ComposePage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft();
  const tomorrow = addDays(dayOf(useNow()), 1);
  const [employee, setEmployee] = useState<Employee | null>(null);
  const [post, setPost] = useState<Position | null>(null);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const problem = isProblem(draft.error) ? draft.error : undefined;
  const missing = (value: unknown) => (tried && !value ? t('say.required') : undefined);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!employee || !post || reason.trim() === '') return;
    const body = {
      moveType: 'INTERNAL_ROTATION' as const,
      employeeId: employee.id,
      targetPositionId: post.id,
      reason: reason.trim(),
      ...(day ? { effectiveDate: day } : {}),
    };
    draft.mutate(body, {
      onSuccess: ({ id }) => {
        toast(t('compose.created'));
        void navigate({ to: '/proposals/$id', params: { id } });
      },
    });
  };

  return (
    <Page title={t('compose.title')} intro={t('compose.intro')} narrow>
      <form onSubmit={send} noValidate className="card" style={{ padding: 'clamp(16px, 4vw, 28px)' }}>
        <Stack gap="lg">
          <EmployeePicker value={employee} onValue={setEmployee} error={problem?.at('employeeId') ?? missing(employee)} />
          <PostPicker value={post} onValue={setPost} error={problem?.at('targetPositionId') ?? missing(post)} />
          <ReasonField
            label={t('compose.reason')}
            description={t('compose.reasonHint')}
            value={reason}
            onValue={setReason}
            required
            error={problem?.at('reason') ?? missing(reason.trim())}
          />
          <DayField
            label={`${t('compose.date')} (${t('say.optional')})`}
            hint={t('compose.dateHint')}
            value={day}
            onValue={setDay}
            min={tomorrow}
            clearable
            error={problem?.at('effectiveDate')}
          />
          <ProblemNotice error={draft.error} />
          <Button type="submit" size="md" loading={draft.isPending}>
            {t('compose.create')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
};
