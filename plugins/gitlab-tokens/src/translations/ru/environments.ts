export const pageMessages = {
  title: 'Токены GitLab',
  subtitle: 'Токен GitLab, на котором работает каждое окружение этого портала',
  environmentsTab: 'Окружения',
};

export const summaryMessages = {
  allFine_one: '{{count}} окружение: внимания не требуется.',
  allFine_few: '{{count}} окружения: внимания не требуется.',
  allFine_many: '{{count}} окружений: внимания не требуется.',
  allFine_other: '{{count}} окружения: внимания не требуется.',
  attention_one:
    'Требует внимания {{count}} окружение из {{total}}: {{reasons}}.',
  attention_few:
    'Требуют внимания {{count}} окружения из {{total}}: {{reasons}}.',
  attention_many:
    'Требуют внимания {{count}} окружений из {{total}}: {{reasons}}.',
  attention_other:
    'Требуют внимания {{count}} окружения из {{total}}: {{reasons}}.',
  attentionOnly: 'Окружение требует внимания: {{reasons}}.',
  reasonSeparator: '; ',
  more_one: 'и ещё {{count}}',
  more_few: 'и ещё {{count}}',
  more_many: 'и ещё {{count}}',
  more_other: 'и ещё {{count}}',
  nextExpiry: 'Ближайший срок: {{environment}} {{expiry}} ({{date}}).',
  noExpiryKnown: 'О предстоящих сроках ничего не известно.',
};

export const refreshMessages = {
  button: 'Обновить',
  hint: 'Запросить GitLab сейчас',
  loading: 'Загрузка окружений',
  running: 'Проверка всех окружений…',
  inspected: 'Последняя проверка: {{ago}}',
  never: 'Ещё не проверялось',
  failed: 'Обновить не удалось. Показанное загружено {{instant}}.',
};

export const cardMessages = {
  current: 'Этот портал',
  currentHint: 'Этот портал работает в этом окружении.',
  attention: 'Требует внимания',
  attentionHint:
    'GitLab принимает токен, но с ним что-то не так: смотрите замечания.',
  findings: 'Замечания',
  inspected: 'Проверено: {{ago}}',
  notInspected: 'Ещё не проверялось',
  staleObservation: 'Сведения из последнего ответа GitLab ({{ago}}).',
  openSettings: 'Открыть в GitLab',
  openSettingsOf:
    'Открыть в GitLab: настройки токена окружения {{environment}}',
  severity: { error: 'Ошибка', warning: 'Предупреждение', info: 'Примечание' },
};

export const timelineMessages = {
  title: 'Сроки действия токенов',
  description:
    'Одна полоса на окружение: от создания его токена до истечения срока. {{lanes}}',
  today: 'Сегодня',
  expires: 'истекает {{date}}, {{expiry}}',
  expired: '{{date}} срок истёк',
  never: 'бессрочный',
  value: '{{date}}, {{expiry}}',
  lane: '{{environment}}: {{expiry}}.',
  others_one: 'Ещё {{tokens}} токен, ближайший срок: {{expiry}}',
  others_few: 'Ещё {{tokens}} токена, ближайший срок: {{expiry}}',
  others_many: 'Ещё {{tokens}} токенов, ближайший срок: {{expiry}}',
  others_other: 'Ещё {{tokens}} токена, ближайший срок: {{expiry}}',
  othersForever_one: 'Ещё {{tokens}} токен, без срока действия',
  othersForever_few: 'Ещё {{tokens}} токена, без срока действия',
  othersForever_many: 'Ещё {{tokens}} токенов, без срока действия',
  othersForever_other: 'Ещё {{tokens}} токена, без срока действия',
  othersOf: '{{environment}}: {{others}}',
  othersList: 'Другие токены',
  sentence: '{{words}}.',
  later_one: 'Со сроком позже {{date}}: {{tokens}}.',
  later_few: 'Со сроком позже {{date}}: {{tokens}}.',
  later_many: 'Со сроком позже {{date}}: {{tokens}}.',
  later_other: 'Со сроком позже {{date}}: {{tokens}}.',
  forever_one: 'Без срока действия: {{tokens}}.',
  forever_few: 'Без срока действия: {{tokens}}.',
  forever_many: 'Без срока действия: {{tokens}}.',
  forever_other: 'Без срока действия: {{tokens}}.',
  mark_one: '{{tokens}} токен, срок: {{date}}, {{expiry}}',
  mark_few: '{{tokens}} токена, срок: {{date}}, {{expiry}}',
  mark_many: '{{tokens}} токенов, срок: {{date}}, {{expiry}}',
  mark_other: '{{tokens}} токена, срок: {{date}}, {{expiry}}',
  marks_one: '{{tokens}} токен, сроки: с {{from}} по {{to}}',
  marks_few: '{{tokens}} токена, сроки: с {{from}} по {{to}}',
  marks_many: '{{tokens}} токенов, сроки: с {{from}} по {{to}}',
  marks_other: '{{tokens}} токена, сроки: с {{from}} по {{to}}',
  othersFailed:
    'Не удаётся загрузить сроки других токенов ({{message}}). Эта страница повторит попытку сама.',
  legend: 'Обозначения',
  legendCritical: 'критично: {{days}} и меньше',
  legendWarning: 'предупреждение: {{days}} и меньше',
  legendCriticalVaries: 'критический период каждой политики',
  legendWarningVaries: 'период предупреждения каждой политики',
  legendOthers: 'другие токены и их число',
};

export const failureMessages = {
  retry: 'Повторить',
  forbidden: {
    title: 'У вас нет доступа к окружениям',
    what: 'Бэкенд ответил, что у вас нет разрешения gitlab-tokens.environment.read.',
    action: 'Запросите его у ответственных за этот портал.',
  },
  notFound: {
    title: 'Плагин бэкенда отсутствует',
    what: 'В бэкенде этого портала нет плагина gitlab-tokens.',
    action:
      'Добавьте в бэкенд @gitlab-tokens/backstage-plugin-gitlab-tokens-backend или, если он уже там, посмотрите журнал бэкенда.',
  },
  incompatible: {
    title: 'Ответ бэкенда не распознан',
    what: 'У плагинов фронтенда и бэкенда разные версии.',
    action: 'Разверните обе части одной версии.',
  },
  unreachable: {
    title: 'Не удаётся загрузить окружения',
    what: 'Бэкенд не дал пригодного ответа ({{message}}).',
    action:
      'Проверьте, что бэкенд работает, и посмотрите его журнал. Эта страница повторит попытку сама.',
  },
};

export const emptyMessages = {
  title: 'Окружения не настроены',
  description:
    'Добавьте окружения вашего портала в app-config.yaml, для каждого с файлом SOPS, в котором хранится его токен GitLab:',
};
