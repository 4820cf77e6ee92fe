import { useApi } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { gitlabTokensTranslationRef } from '../translation';
import { Formats } from '../words/Formats';
import { Words } from '../words/Words';

/** The messages, dates and numbers in the language that the viewer has chosen in the portal. */
export function useWords(): Words {
  const { t } = useTranslationRef(gitlabTokensTranslationRef);
  const languageApi = useApi(appLanguageApiRef);
  const language$ = useMemo(() => languageApi.language$(), [languageApi]);
  const { language } = useObservable(language$, languageApi.getLanguage());
  const formats = useMemo(() => new Formats(language), [language]);
  return useMemo(() => ({ t, formats }), [t, formats]);
}
