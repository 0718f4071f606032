import { ActionIcon, Input, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type CSSProperties, Fragment } from 'react';
import { type Calendar, type Range, type Weekday, weekdays } from '../../api/settings.ts';
import styles from '../../shell/page.module.css';
import { settings, weekdayNames } from '../../words/settings.ts';
import { ListField, ZoneField } from './fields.tsx';
import own from './settings.module.css';
import { nextRange, problemOfWeek, shareOfDay } from './week.ts';

const words = settings.calendars;
const MIDNIGHT = '24:00';

/** A week of opening hours, with several ranges a day, and the days on which it is closed. */
export function CalendarFields({
  calendar,
  onChange,
}: {
  calendar: Calendar;
  onChange: (calendar: Calendar) => void;
}) {
  const { timeZone, week, holidays } = calendar;
  const problem = problemOfWeek(calendar);
  const setDay = (day: Weekday, ranges: Range[]) => {
    const { [day]: _, ...others } = week;
    onChange({ ...calendar, week: ranges.length > 0 ? { ...others, [day]: ranges } : others });
  };
  return (
    <>
      <ZoneField value={timeZone} onChange={(value) => onChange({ ...calendar, timeZone: value })} />
      <div className={own.week}>
        {weekdays.map((day) => (
          <Fragment key={day}>
            <span className={own.day}>{weekdayNames[day]}</span>
            <Day day={day} ranges={week[day] ?? []} onChange={(ranges) => setDay(day, ranges)} />
            <div className={own.hours} aria-hidden>
              {(week[day] ?? []).map((range) => (
                <span key={range.join()} style={placeOf(range)} />
              ))}
            </div>
          </Fragment>
        ))}
      </div>
      {problem && <Input.Error role="alert">{words.problems[problem]}</Input.Error>}
      <span className={styles.dim}>{words.midnight}</span>
      <ListField
        label={words.holidays}
        description={words.holidaysHint}
        value={holidays}
        onChange={(dates) => onChange({ ...calendar, holidays: dates })}
      />
    </>
  );
}

function Day({
  day,
  ranges,
  onChange,
}: {
  day: Weekday;
  ranges: readonly Range[];
  onChange: (ranges: Range[]) => void;
}) {
  const name = weekdayNames[day];
  const put = (index: number, range: Range) =>
    onChange(ranges.map((one, at) => (at === index ? range : one)));
  const next = nextRange(ranges);
  return (
    <div className={own.ranges}>
      {ranges.length === 0 && <span className={styles.dim}>{words.closed}</span>}
      {ranges.map(([from, to], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a range is its place
        <span key={index} className={own.range}>
          <TextInput
            type="time"
            className={own.time}
            aria-label={words.from(name)}
            value={from}
            onChange={({ currentTarget: { value } }) => put(index, [value || '00:00', to])}
          />
          –
          <TextInput
            type="time"
            className={own.time}
            aria-label={words.to(name)}
            value={to === MIDNIGHT ? '00:00' : to}
            onChange={({ currentTarget: { value } }) =>
              put(index, [from, value === '' || value === '00:00' ? MIDNIGHT : value])
            }
          />
          <ActionIcon
            size="sm"
            aria-label={words.removeRange(name)}
            onClick={() => onChange(ranges.filter((_, at) => at !== index))}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      {next && (
        <ActionIcon size="sm" aria-label={words.addRange(name)} onClick={() => onChange([...ranges, next])}>
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

function placeOf([from, to]: Range): CSSProperties {
  const place: CSSProperties & Record<'--hk-from' | '--hk-share', string> = {
    '--hk-from': String(shareOfDay(from)),
    '--hk-share': String(Math.max(0, shareOfDay(to) - shareOfDay(from))),
  };
  return place;
}
