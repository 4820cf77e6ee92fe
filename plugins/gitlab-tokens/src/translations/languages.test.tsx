import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { useApi } from '@backstage/core-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import {
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  aPersonalEnvironment,
} from '../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../__testUtils__/FakeGitlabTokensApi';
import { portalIn } from '../__testUtils__/languages';
import { gitlabTokensApiRef } from '../api';
import { EnvironmentsPage } from '../components/EnvironmentsPage';
import { useWords } from '../hooks/useWords';
import { messages } from '../messages';
import { flattenTranslation } from './flattenTranslation';
import french from './fr';

/** What only English says: its messages as patterns, with anything where a placeholder is. */
function englishOnly(): RegExp[] {
  const others = new Set<string>(Object.values(french));
  return Object.values<string>(flattenTranslation(messages))
    .filter(text => !others.has(text))
    .filter(text => /\p{L}{3}/u.test(text.replace(/\{\{.+?\}\}/g, '')))
    .map(text => {
      const literals = text
        .split(/\{\{.+?\}\}/)
        .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${literals.join('.+')}$`);
    });
}

/** Everything of the page that people see or hear: its texts, and the names and hints of its controls. */
function saidOn(page: Element): string[] {
  const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
  return [page, ...page.querySelectorAll('*')].flatMap(element =>
    [
      element.textContent,
      ...[...element.childNodes].map(node =>
        node.nodeType === Node.TEXT_NODE ? node.textContent : '',
      ),
      ...attributes.map(attribute => element.getAttribute(attribute)),
    ].flatMap(text => (text?.trim() ? [text.trim()] : [])),
  );
}

describe('the languages of the plugin', () => {
  beforeEach(() => localStorage.clear());

  it('show the environments in French, without a sentence in English', async () => {
    const api = new FakeGitlabTokensApi([
      aPersonalEnvironment(),
      anExpiringEnvironment(12),
      anEnvironment({
        name: 'qa',
        title: 'QA',
        observed: anObservation({ scopes: ['read_api', 'api'] }),
        findings: [
          { code: 'SURPLUS_SCOPE', severity: 'warning', scopes: ['api'] },
        ],
      }),
    ]);
    const { container } = renderInTestApp(
      <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
        <Suspense fallback={null}>
          <EnvironmentsPage />
        </Suspense>
      </TestApiProvider>,
      { config: portalIn('fr') },
    );
    expect(await screen.findAllByRole('article')).toHaveLength(3);
    expect(
      screen.getByText(/2 environnements sur 3 demandent votre attention/),
    ).toBeVisible();
    expect(screen.getByText('encore 12 jours')).toBeVisible();

    const patterns = englishOnly();
    const said = saidOn(container);
    expect(said).toContain('Actualiser');
    expect(
      said.filter(text => patterns.some(pattern => pattern.test(text))),
    ).toEqual([]);
  });

  it('change while the page is shown, with the dates', async () => {
    function Switch() {
      const { t, formats } = useWords();
      const languages = useApi(appLanguageApiRef);
      return (
        <button onClick={() => languages.setLanguage('ja')}>
          {t('page.title')} {formats.inDays(12)} {formats.date('2026-12-02')}
        </button>
      );
    }
    renderInTestApp(
      <Suspense fallback={null}>
        <Switch />
      </Suspense>,
      { config: portalIn('ru') },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Токены GitLab через 12 дней 2 дек. 2026 г.',
      }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'GitLab トークン 12 日後 2026/12/02',
      }),
    ).toBeVisible();
  });
});
