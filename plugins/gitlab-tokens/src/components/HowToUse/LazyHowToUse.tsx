import Skeleton from '@material-ui/lab/Skeleton';
import { ComponentProps, lazy, Suspense } from 'react';
import { useWords } from '../../hooks/useWords';

const Recipes = lazy(() =>
  import('./Recipes').then(module => ({ default: module.Recipes })),
);

/**
 * How a token is used with everything that its kind and scopes allow. The recipes are loaded when they are shown
 * first. A `value` is kept nowhere but in the properties.
 */
export function HowToUse(props: ComponentProps<typeof Recipes>) {
  const { t } = useWords();
  return (
    <Suspense
      fallback={
        <div role="status" aria-busy aria-label={t('recipe.loading')}>
          <Skeleton height={48} />
          <Skeleton height={48} />
          <Skeleton height={48} />
        </div>
      }
    >
      <Recipes {...props} />
    </Suspense>
  );
}
