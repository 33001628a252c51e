import { notifications } from '@mantine/notifications';

/** Says that it is done. */
export function notifyDone(message: string) {
  notifications.show({ color: 'teal', message });
}

/** Says why it was not done. */
export function notifyRefused(message: string) {
  notifications.show({ color: 'red', message, autoClose: 10_000 });
}
