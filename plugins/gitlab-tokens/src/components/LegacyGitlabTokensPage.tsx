import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useWords } from '../hooks/useWords';
import { EnvironmentsPage } from './EnvironmentsPage';

/** The page with header and tabs, which the old frontend system leaves to the plugin. */
export function LegacyGitlabTokensPage() {
  const { t } = useWords();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} subtitle={t('page.subtitle')} />
      <TabbedLayout>
        <TabbedLayout.Route
          path="/environments"
          title={t('page.environmentsTab')}
        >
          <EnvironmentsPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
