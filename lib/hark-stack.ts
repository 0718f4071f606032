import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { mediaHosts } from '../functions/channels/media-hosts.ts';
import { ChannelName } from '../functions/domain/channel-name.ts';
import { statusPolicy } from '../functions/status/public-page.ts';
import { Alarms } from './alarms.ts';
import { Alerts } from './alerts.ts';
import { Announcements } from './announcements.ts';
import { Answers } from './answers.ts';
import { Bookkeeping } from './bookkeeping.ts';
import { Broadcasts } from './broadcasts.ts';
import { ChannelSecrets } from './channel-secrets.ts';
import { Console } from './console.ts';
import { Dashboard } from './dashboard.ts';
import { DeskApi } from './desk-api.ts';
import { DeskTable, removalPolicies } from './desk-table.ts';
import { Dispatch } from './dispatch.ts';
import { Edge, type EdgeProps } from './edge.ts';
import { HttpApi } from './http-api.ts';
import { Intake } from './intake.ts';
import { Live } from './live.ts';
import { Mail } from './mail.ts';
import { Media } from './media.ts';
import { MediaBucket } from './media-bucket.ts';
import { Outputs } from './outputs.ts';
import { type Parameters, placeholderSender } from './parameters.ts';
import { warnOfMissingSender } from './sender-missing.ts';
import { SignIn } from './sign-in.ts';
import { publicFilesPath, statusPaths } from './status-headers.ts';
import { StatusPage } from './status-page.ts';
import { Timers } from './timers.ts';
import { WorkQueue } from './work-queue.ts';

/** The desk as a whole: makes the parts and introduces them to each other. */
export class HarkStack extends Stack {
  constructor(scope: Construct, parameters: Parameters) {
    const { stackName } = parameters;
    super(scope, stackName, { stackName, description: 'Hark: a support desk for social media' });
    if (parameters.mailFrom === placeholderSender) warnOfMissingSender(this);
    const logRetention = parameters.logRetentionDays;
    const removalPolicy = removalPolicies[parameters.removalPolicy];
    const { deletionProtection } = parameters;

    const alarms = new Alarms(this, 'Alarms', { email: parameters.alarmEmail });
    const table = new DeskTable(this, 'Desk', { removalPolicy, deletionProtection });
    const secrets = new ChannelSecrets(this, 'Channels', { channels: ChannelName.options, removalPolicy });
    const mail = new Mail(this, 'Mail', { from: parameters.mailFrom, identity: identityOf(parameters) });
    const http = new HttpApi(this, 'Http', {
      throttle: { rateLimit: parameters.throttleRate, burstLimit: parameters.throttleBurst },
      logRetention,
      alarms,
    });
    const live = new Live(this, 'Live', { table, alarms, logRetention });
    const page = new Console(this, 'Console', { removalPolicy, logRetention });
    const edge = new Edge(this, 'Edge', {
      files: page.files,
      api: http.host,
      live: live.host,
      domain: domainOf(parameters),
      foreign: () => ({
        connect: [signIn.url, signIn.authority, files.origin],
        media: [files.origin, ...Object.values(mediaHosts).flat()],
      }),
    });
    const consoleUrl = parameters.consoleUrl ?? edge.url;
    const files = new MediaBucket(this, 'Files', { removalPolicy, pageOrigin: pageOrigin(parameters) });
    const signIn = new SignIn(this, 'SignIn', {
      consoleUrl,
      domainPrefix: parameters.signInDomain,
      mfa: parameters.signInMfa,
      removalPolicy,
      deletionProtection,
    });

    page.publish(signIn.consoleConfig(consoleUrl));
    const shared = { table, alarms, logRetention };
    const intake = new Intake(this, 'Intake', { ...shared, secrets });
    http.addWebhooks(intake.webhook);
    const dispatch = new Dispatch(this, 'Dispatch', { ...shared, secrets, files });
    const { channelApis, outbound } = dispatch;
    const desk = new DeskApi(this, 'DeskApi', {
      ...{ ...shared, secrets, files, channelApis },
      writing: writingOf(parameters),
    });
    http.addDesk(desk.handler, signIn.authorizer());
    const { bus } = new Announcements(this, 'Announcements', { ...shared, notices: live.notices });
    const statusUrl = `${consoleUrl}/status`;
    const status = new StatusPage(this, 'StatusPage', { ...shared, bus, mail, removalPolicy, statusUrl });
    const { queue: broadcasts } = new Broadcasts(this, 'Broadcasts', {
      ...{ ...shared, secrets, files, bus, mail, status, channelApis, statusUrl },
      mailRate: parameters.mailRate,
    });
    new Timers(this, 'Timers', { ...shared, outbound, broadcasts });
    new Alerts(this, 'Alerts', { ...shared, bus, mail, consoleUrl, recipients: parameters.alertEmails });
    new Bookkeeping(this, 'Bookkeeping', { ...shared, bus });
    edge.addFiles(status.bucket, [...statusPaths, `${publicFilesPath}*`], statusPolicy);
    http.addSubscriptions(status.subscriptions);
    http.addAnswers(new Answers(this, 'Answers', { table, logRetention }).page);
    new Media(this, 'Media', { ...shared, files, secrets, channelApis, bus });
    desk.allowRedrive(WorkQueue.allIn(this));
    const dashboard = new Dashboard(this, 'Dashboard', { api: http });
    new Outputs(this, 'Outputs', { consoleUrl, http, secrets, signIn, table, files, dashboard });
  }
}

/**
 * Where pages that upload come from. The address that CloudFront makes up is not known to the bucket, because CloudFront has to know
 * the bucket's; what lets a file in is the signed address in any case.
 */
function domainOf({ consoleUrl, certificateArn }: Parameters): EdgeProps['domain'] {
  if (consoleUrl === undefined || certificateArn === undefined) return undefined;
  return { host: new URL(consoleUrl).host, certificateArn };
}

function pageOrigin({ consoleUrl }: Parameters): string {
  return consoleUrl === undefined ? 'https://*.cloudfront.net' : new URL(consoleUrl).origin;
}

/** The language model that writes drafts, where the operator wants one. */
function writingOf({ triage, bedrockModel, bedrockDailyTokens }: Parameters) {
  return triage === 'bedrock' ? { model: bedrockModel, dailyTokens: bedrockDailyTokens } : undefined;
}

/** Nobody can consent to mails from the address that only stands in for one. */
function identityOf({ mailFrom, mailIdentity }: Parameters): Parameters['mailIdentity'] {
  return mailFrom === placeholderSender ? 'existing' : mailIdentity;
}
