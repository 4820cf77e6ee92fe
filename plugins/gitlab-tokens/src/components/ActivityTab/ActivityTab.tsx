import { Content } from '@backstage/core-components';
import { ActivityPage } from './ActivityPage';

/** The tab *Activity* as the frontend system shows it below the header of the plugin. */
export function ActivityTab() {
  return (
    <main>
      <Content>
        <ActivityPage />
      </Content>
    </main>
  );
}
