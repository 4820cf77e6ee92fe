/**
 * The card for home pages, on both frontend systems. In fewer columns or rows than `layout` allows, it could not be
 * read.
 */
export const homeCard = {
  name: 'GitlabTokensHomeCard',
  title: 'GitLab tokens',
  description:
    'The environment in the worst state, and the next token to expire',
  layout: {
    width: { minColumns: 3, defaultColumns: 6 },
    height: { minRows: 4, defaultRows: 5 },
  },
  components: () =>
    import('./components/HomeCard').then(module => ({
      Content: module.HomeCard,
      Actions: module.HomeCardActions,
    })),
};
