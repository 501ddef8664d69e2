import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Says shortly that something was recorded; screen readers are told as well. */
export const toast = (message: string): void => {
  notifications.show({
    message,
    color: 'teal.8',
    withBorder: true,
    autoClose: 4000,
    role: 'status',
    closeButtonProps: { 'aria-label': i18next.t('say.close') },
  });
};
