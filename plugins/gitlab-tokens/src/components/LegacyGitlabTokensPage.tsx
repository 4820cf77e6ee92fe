import { Header, Page, TabbedLayout } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, ReactNode, Suspense } from 'react';
import { useWords } from '../hooks/useWords';
import { EnvironmentsPage } from './EnvironmentsPage';

const TokensPage = lazy(() =>
  import('./TokensTab').then(({ TokensPage: page }) => ({ default: page })),
);
const ActivityPage = lazy(() =>
  import('./ActivityTab').then(({ ActivityPage: page }) => ({ default: page })),
);
const PolicyPage = lazy(() =>
  import('./PolicyTab').then(({ PolicyPage: page }) => ({ default: page })),
);

/** A tab whose code comes when it is opened. */
function Later(props: { children: ReactNode }) {
  return (
    <Suspense fallback={<Skeleton variant="rect" height={240} />}>
      {props.children}
    </Suspense>
  );
}

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
        <TabbedLayout.Route path="/tokens" title={t('tokens.tab')}>
          <Later>
            <TokensPage />
          </Later>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/activity" title={t('activity.tab')}>
          <Later>
            <ActivityPage />
          </Later>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/policy" title={t('policy.tab')}>
          <Later>
            <PolicyPage />
          </Later>
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
