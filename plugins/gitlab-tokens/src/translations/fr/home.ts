export const homeMessages = {
  link: 'Tous les environnements',
  details: 'Détails de {{environment}}',
  loading: 'Chargement des environnements',
};
