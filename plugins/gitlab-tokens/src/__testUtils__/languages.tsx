import { renderInTestApp } from '@backstage/frontend-test-utils';
import { waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { useWords } from '../hooks/useWords';
import { Words } from '../words/Words';

/** The configuration of a portal that offers all languages of the plugin and speaks one of them. */
export function portalIn(language: string) {
  return {
    app: {
      baseUrl: 'http://localhost:3000',
      extensions: [
        {
          'api:app/app-language': {
            config: {
              defaultLanguage: language,
              availableLanguages: ['en', 'fr', 'ja', 'ru'],
            },
          },
        },
      ],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  };
}

/** The words as components of such a portal have them. */
export async function wordsIn(language: string): Promise<Words> {
  // Another portal of the same test may have kept its choice there, which would come before the default
  localStorage.removeItem('language');
  const had: Words[] = [];
  function Listener() {
    had.push(useWords());
    return null;
  }
  const { unmount } = renderInTestApp(
    <Suspense fallback={null}>
      <Listener />
    </Suspense>,
    { config: portalIn(language) },
  );
  await waitFor(() => expect(had).not.toHaveLength(0));
  unmount();
  return had[had.length - 1];
}
