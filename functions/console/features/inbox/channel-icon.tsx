import {
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandX,
  IconMail,
  IconMessage2,
  IconMessageCircle,
} from '@tabler/icons-react';
import { channelName } from './views.ts';

const icons: Record<string, typeof IconBrandX> = {
  facebook: IconBrandFacebook,
  instagram: IconBrandInstagram,
  x: IconBrandX,
  email: IconMail,
  sms: IconMessage2,
};

/** The sign of a platform. */
export function ChannelIcon({
  channel,
  size = 16,
  named = false,
}: {
  channel: string;
  size?: number;
  named?: boolean;
}) {
  const Icon = icons[channel] ?? IconMessageCircle;
  return named ? (
    <Icon size={size} role="img" aria-label={channelName(channel)} />
  ) : (
    <Icon size={size} aria-hidden />
  );
}
