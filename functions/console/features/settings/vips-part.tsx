import { VipList } from '../../api/settings.ts';
import styles from '../../shell/page.module.css';
import { settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { ChannelField, OptionalField } from './fields.tsx';
import { withoutBlanks } from './texts.ts';

const words = settings.vips;

/** People whose messages matter more. */
export default function VipsPart() {
  return (
    <DocumentPart name="vips" schema={VipList} title={settings.parts.vips} hint={words.hint}>
      {(list, change) => (
        <Entries
          entries={list.vips}
          addWords={words.add}
          otherwise={words.none}
          nameOf={({ name, handle, nativeId }) => name ?? handle ?? nativeId ?? ''}
          summaryOf={({ note }) => note ?? ''}
          blank={() => ({})}
          onChange={(vips) => change({ ...list, vips })}
        >
          {(vip, put) => {
            const set = (part: Partial<typeof vip>) => put(withoutBlanks({ ...vip, ...part }));
            return (
              <>
                <div className={styles.fields}>
                  <OptionalField label={settings.name} value={vip.name} onChange={(name) => set({ name })} />
                  <OptionalField
                    label={words.handle}
                    value={vip.handle}
                    onChange={(handle) => set({ handle })}
                  />
                  <OptionalField
                    label={words.nativeId}
                    value={vip.nativeId}
                    onChange={(nativeId) => set({ nativeId })}
                  />
                  <ChannelField value={vip.channel} onChange={(channel) => set({ channel })} />
                </div>
                <OptionalField label={words.note} value={vip.note} onChange={(note) => set({ note })} />
              </>
            );
          }}
        </Entries>
      )}
    </DocumentPart>
  );
}
