export const planMessages = {
  loading: 'バックエンドがプランを作成しています…',
  newToken: '作成されるもの',
  oldToken: '終了するもの',
  consequences: '影響',
  deliveries: '値の配布先',
  calls: 'GitLab へのリクエスト',
  callsHint: 'それぞれ一度だけ送信されます。',
  call: '{{purpose}}：{{request}}（{{by}}）',
  purpose: {
    create: '作成',
    rotate: 'ローテーション',
    prove: '検証',
    revoke: '取り消し',
    deliver: '配布',
  },
  by: {
    broker: 'ブローカー',
    credential: '認証情報',
    newToken: '新しいトークン',
  },
  token: '「{{name}}」、{{owner}} の{{kind}}',
  scopes: 'スコープ：{{scopes}}',
  role: 'ロール：{{role}}',
  expires: '有効期限：{{date}}',
  neverExpires: '無期限です。',
  lastUsed: '最終使用：{{ago}}',
  neverUsed: '一度も使用されていません。',
  mode: {
    label: '方法',
    overlap:
      'オーバーラップ：先に新しいトークンを作成し、その後古いトークンを取り消す',
    inPlace:
      'その場で：GitLab がトークンをローテーションし、古い値は無効になる',
    notPossible: '選択できません：{{message}} {{action}}',
  },
  blocked: '現在は実行できません',
  consequence: {
    OLD_VALUE_STOPS_AT_ONCE:
      '古い値は GitLab がトークンをローテーションした瞬間に無効になります。その時点では、新しい値はまだ使用場所に届いていません。',
    OLD_VALUE_STOPS_AFTER_GRACE:
      '古い値は、新しい値が検証され、さらに {{grace}}が経過するまで有効です。その後、取り消されます。',
    OLD_VALUE_STOPS_AFTER_PROOF:
      '古い値は、新しい値が検証されるまで有効です。その後、取り消されます。',
    TOKEN_STOPS_AT_ONCE:
      'トークンはただちに無効になります。使用しているものはすべて GitLab に拒否されます。',
    OLD_TOKEN_STAYS:
      '古いトークンは有効なままです。ここでは誰も取り消せません。GitLab で取り消してください。',
    BOT_USER_CHANGES:
      '新しいトークンは別のボットユーザーとして動作します。古いボットを指定しているブランチ保護や承認ルールの変更が必要です。',
    BOT_USER_STAYS: 'トークンのボットユーザーは変わりません。',
    PORTAL_LOSES_CREDENTIAL:
      '{{environment}} のポータルはこのトークンで動作しており、GitLab に接続できなくなります。',
    OTHER_ENVIRONMENTS_LOSE_CREDENTIAL:
      '他の環境も同じトークンで動作しており、新しい値が必要です：{{environments}}。',
    WAITS_FOR_MERGE:
      'マージリクエストを待ちます。古いトークンはマージ後に初めて廃止されます。',
    TOKEN_IS_DELETED:
      'デプロイトークンは削除されます。GitLab に記録は残りません。',
  },
};

export const refusalMessages = {
  permission: '権限 {{permission}} がありません。',
  forbidden:
    'この操作には権限 {{permission}} が必要です。このポータルの管理者に依頼してください。',
  underWay: '同じトークンに対する別の操作が実行中です。',
  follow: 'その操作を表示',
  conflict: 'その間に変更があったため、実行できなくなりました。',
  notFound: '存在しなくなりました。',
  invalid: 'リクエストは拒否されました。',
  signedOut:
    'セッションが終了しており、操作は始まっていません。別のタブでサインインし直してから、ここで再試行してください。入力内容は保持されています。',
  unanswered:
    'バックエンドから有効な応答がありませんでした。動作していることを確認し、再試行してください。',
  maybeStarted:
    'バックエンドから有効な応答がありませんでした。操作はすでに始まっている可能性があります。再試行する前に「操作履歴」を確認してください。',
  openActivity: '「操作履歴」を確認',
  again: '再試行',
};

export const violationMessages = {
  UNKNOWN_ENVIRONMENT:
    'この環境は存在しません。次から選択してください：{{allowed}}。',
  OWNER_NOT_MANAGED:
    'この環境は {{found}} のトークンを管理していません。次から選択してください：{{allowed}}。',
  OWNER_NOT_MANAGED_AT_ALL:
    'この環境は {{found}} のトークンを管理していません。',
  OWNER_UNKNOWN: '{{found}} は存在しないか、ブローカーから見えません。',
  SCOPE_UNKNOWN: 'この種類のトークンにスコープ {{found}} は設定できません。',
  SCOPE_NOT_ALLOWED:
    'ポリシーで {{found}} は許可されていません。許可されているもの：{{allowed}}。',
  ROLE_MISSING: 'ロールを選択してください。',
  ROLE_NOT_APPLICABLE: 'この種類のトークンにロールはありません。',
  ROLE_NOT_ALLOWED:
    'ここではこのロールを使用できません。次から選択してください：{{allowed}}。',
  EXPIRY_IN_PAST:
    'そのようなトークンは機能しません。指定できる最初の日：{{allowed}}。',
  EXPIRY_TOO_FAR:
    'ポリシーの上限を超えています。指定できる最後の日：{{allowed}}。',
  NAME_EMPTY: '名前を入力してください。',
  KIND_NOT_ALLOWED:
    'ここではこの種類を使用できません。使用できる種類：{{allowed}}。',
  DELIVERY_UNKNOWN: 'バックエンドに配布先 {{found}} はありません。',
  DELIVERY_INVALID: '有効な配布先ではありません。',
  MODE_NOT_POSSIBLE: 'この方法ではトークンをローテーションできません。',
  TOKEN_MALFORMED:
    'GitLab のトークンではありません。一部が欠けているか、余分な空白がある可能性があります。',
  TOKEN_NOT_ACCEPTED: 'GitLab はこのトークンを受け付けません。',
  WRONG_KIND: '種類は{{found}}ですが、必要なのは{{allowed}}です。',
  WRONG_OWNER: '{{found}} に属していますが、宣言は {{allowed}} です。',
  MISSING_SCOPE: '不足しているスコープ：{{allowed}}。',
  NO_EXPIRY: '無期限です。有効期限のあるトークンを作成してください。',
  CONFIRMATION_MISSING: '次の環境の名前を入力してください：{{allowed}}。',
};
