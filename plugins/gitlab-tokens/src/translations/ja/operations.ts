export const operationMessages = {
  title: {
    issue: '{{environment}} のトークンを発行',
    rotate: '{{environment}} のトークンをローテーション',
    revoke: '{{environment}} のトークンを取り消し',
    paste: '{{environment}} のトークンを取り込み',
  },
  kind: {
    issue: '発行',
    rotate: 'ローテーション',
    revoke: '取り消し',
    paste: '貼り付け',
  },
  number: '操作 {{id}}',
  loading: '操作を読み込み中',
  steps: 'ステップ',
  unanswered:
    'バックエンドから有効な応答がありませんでした（{{message}}）。操作はこのページがなくても続行されます。このページは自動的に再度問い合わせます。',
  unknown: {
    forbidden:
      'この操作を表示する権限がありません：権限 gitlab-tokens.operation.read が必要です。',
    notFound:
      'この操作は存在しません。アドレスが途切れている可能性があります。「操作履歴」で探してください。',
  },
  stage: {
    create: 'GitLab で新しいトークンを作成',
    rotate: 'GitLab でトークンをローテーション：古い値は無効になります',
    seal: '失われないように新しい値を封印',
    sealPasted: '失われないように貼り付けられた値を封印',
    deliver: '配布：{{place}}',
    prove: '検証：配布された値を GitLab が受け付けること',
    grace: '両方の値が使える猶予期間の終了を待機',
    graceUntil: '{{time}} まで待機：それまでは両方の値が使えます',
    revoke: '古いトークンを取り消し',
    revokeOnly: 'GitLab でトークンを取り消し',
  },
  stageState: {
    done: '完了',
    current: '実行中',
    waiting: '待機中',
    stopped: '停止',
    skipped: '未実行',
    upcoming: '予定',
  },
  stageLeft: '{{state}}、残り {{left}}',
  place: {
    sopsFile: 'SOPS ファイル',
    sopsMergeRequest: 'SOPS ファイルのマージリクエスト',
    ciVariable: 'CI/CD 変数',
    reveal: '依頼者に一度だけ表示',
    withPlace: '{{target}} {{place}}',
  },
  awaitingReveal: '依頼者への値の表示を待っています。',
  awaitingMerge:
    'マージリクエストのマージを待っています。それまでは両方の値が使えます。',
  deliveryFailed: '配布に失敗しました（{{code}}）。',
  openPlace: '開く',
  openPlaceOf: '開く：{{place}}',
  announce: '{{stage}}：{{state}}',
  parkedTitle: '停止しているステップ：{{stage}}',
  parkedSafe: '何も失われていません。このステップから再開します。',
  goesOnAt: '{{instant}} に自動的に再開します。',
  resume: '再開',
  cancel: '操作を中止',
  cancelHint: 'これまでに作成されたものは取り消され、それ以外は変わりません。',
  acting: '送信中…',
  closeKeeps:
    '閉じても操作は停止しません。続行中の操作は「操作履歴」で確認できます。',
  askedBy: '{{who}} が {{instant}} に依頼',
  attempts_other: '新しいトークンを {{count}} 回要求しました。',
  result: {
    issue: '「{{name}}」を発行し、配布しました。',
    rotate: '「{{name}}」をローテーションし、古いトークンを取り消しました。',
    rotateInPlace:
      '「{{name}}」をその場でローテーションしました。古い値は無効です。',
    rotateStays:
      '「{{name}}」をローテーションしました。古いトークンはまだ有効です。GitLab で取り消してください。',
    rotateDead:
      '「{{name}}」をローテーションしました。古いトークンはすでに無効でした。',
    revoke: '「{{name}}」を取り消しました。',
    paste: '{{environment}} はあなたのトークンで動作しています。',
    cancelled: '操作は中止されました。古いトークンは元のままです。',
    cancelledIssue: '操作は中止されました。新しいトークンはありません。',
    cancelledDelivered:
      '操作は中止されました。新しい値は配布先に残り、どのトークンもそのままです。',
    cancelledUnknown:
      '操作は中止されました。どのトークンがまだ有効かを GitLab で確認してください。',
  },
};

export const activityMessages = {
  tab: '操作履歴',
  caption: 'トークンの操作（新しい順）',
  region: '操作（横にスクロールできます）',
  loading: '操作を読み込み中',
  stale:
    '操作を再読み込みできませんでした。表示しているのは以前に読み込んだ内容です。',
  column: {
    when: '日時',
    who: '依頼者',
    what: '内容',
    environment: '環境',
    token: 'トークン',
    delivered: '配布先',
    step: 'ステップ',
    actions: '操作',
  },
  nothing: 'なし',
  environment: '環境',
  kind: '種類',
  state: '状態',
  all: 'すべて',
  open: '未完了',
  parked: '停止中',
  ended: '終了',
  done: '完了',
  cancelled: '中止',
  parkedAt: '停止中：{{stage}}',
  openAt: '{{stage}}',
  details: '表示',
  detailsOf: '操作 {{id}} を表示',
  resumeOf: '操作 {{id}} を再開',
  shown: '{{total}} 件中 {{from}}～{{to}} 件',
  nextPage: '次のページ',
  previousPage: '前のページ',
  empty:
    'トークンの発行、ローテーション、取り消し、貼り付けはまだ行われていません。',
  emptyFiltered: 'フィルターに一致する操作はありません。',
  clearFilters: 'フィルターをクリア',
  forbidden:
    '操作を表示する権限がありません：権限 gitlab-tokens.operation.read が必要です。このポータルの管理者に依頼してください。',
  failed: '操作を読み込めません（{{message}}）。',
  running_other: '{{count}} 件の操作を実行中',
};
