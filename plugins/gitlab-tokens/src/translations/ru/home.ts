export const homeMessages = {
  link: 'Все окружения',
  details: 'Подробнее: {{environment}}',
  loading: 'Загрузка окружений',
};
