import type { Severity } from '../../api/incident.ts';
import type { PillTone } from '../../shell/page.tsx';

/** The colour of how bad something is. */
export function severityTone(severity: Severity): PillTone {
  return severity === 'minor' ? 'plain' : severity === 'major' ? 'soon' : 'late';
}
