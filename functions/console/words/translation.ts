/** Words around texts in another language. */
export const translation = {
  translateFrom: (language: string) => `Translate from ${language}`,
  translatedFrom: (language: string) => `Translated from ${language}`,
  original: 'Show the original',
  translateInto: (language: string) => `Translate into ${language}`,
  translatedInto: (language: string) => `Translated into ${language}; read it before you send it.`,
  ownWords: 'Back to your own words',
} as const;
