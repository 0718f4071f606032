import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where things are said in passing. */
export default function ToastArea() {
  return <Notifications position="bottom-left" limit={4} zIndex={400} />;
}
