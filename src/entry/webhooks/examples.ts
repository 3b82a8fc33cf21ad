/** Lines for a shell with curl and openssl that sign a message as the public convention asks, and hand it in. */
export const shellLines = (address: string, secret: string): string =>
  `ADDRESS='${address}'
SECRET='${secret}'
ID="test-$(openssl rand -hex 8)"
NOW="$(date +%s)"
AT="$(date -u +%Y-%m-%dT%H:%M:%SZ)"
BODY='{"type":"message.created","data":{"id":"'"$ID"'","kind":"comment","text":"A first test","author":{"id":"tester"},"at":"'"$AT"'"}}'
KEY="$(printf %s "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -tx1 -v | tr -d ' \\n')"
SIGNATURE="v1,$(printf '%s.%s.%s' "$ID" "$NOW" "$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)"
curl -sS -o /dev/null -w '%{http_code}\\n' "$ADDRESS" -H 'content-type: application/json' -H "webhook-id: $ID" -H "webhook-timestamp: $NOW" -H "webhook-signature: $SIGNATURE" --data-binary "$BODY"`;
