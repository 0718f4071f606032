import { useState } from 'react';
import { timesIn } from '../../formats/zone-time.ts';
import { TimeToComeDialog } from '../../shell/time-to-come-dialog.tsx';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { ZoneSelect } from './zone-select.tsx';

/** Asks when something is to be published, and by whose clock; says what that is by this device's. */
export default function ScheduleDialog({
  timeZone,
  onClose,
  onChosen,
}: {
  timeZone: string;
  onClose: () => void;
  onChosen: (when: { publishAt: string; timeZone: string }) => void;
}) {
  const [zone, setZone] = useState(timeZone);
  return (
    <TimeToComeDialog
      title={words.scheduleTitle}
      label={words.when}
      yes={words.scheduleYes}
      zone={zone}
      said={(at) => words.scheduledFor(timesIn(at, zone))}
      passed={words.hasPassed}
      onClose={onClose}
      onChosen={(publishAt) => onChosen({ publishAt, timeZone: zone })}
    >
      <ZoneSelect value={zone} onChange={setZone} />
    </TimeToComeDialog>
  );
}
