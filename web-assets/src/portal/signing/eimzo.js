/** The E-IMZO program does not answer, or says no; `code` is AGENT_ABSENT or AGENT_REFUSED. */
export class AgentError extends Error {
  constructor(code, reason = '') {
    super(reason || code);
    this.code = code;
  }
}

const PATIENCE = 180_000;

/** One call of the program on the person's computer: a connection, a question, an answer. */
export function call(address, request) {
  return new Promise((resolve, reject) => {
    let socket;
    try {
      socket = new WebSocket(address);
    } catch {
      reject(new AgentError('AGENT_ABSENT'));
      return;
    }
    const timer = setTimeout(() => socket.close(), PATIENCE);
    socket.onopen = () => socket.send(JSON.stringify(request));
    socket.onerror = () => reject(new AgentError('AGENT_ABSENT'));
    socket.onclose = () => {
      clearTimeout(timer);
      reject(new AgentError('AGENT_ABSENT'));
    };
    socket.onmessage = ({ data }) => {
      try {
        const answer = JSON.parse(data);
        if (answer.success) resolve(answer);
        else reject(new AgentError('AGENT_REFUSED', answer.reason));
      } catch {
        reject(new AgentError('AGENT_REFUSED'));
      }
      socket.close();
    };
  });
}

/** The keys on the computer, each with a `label` to choose by. `apiKeys` are domain and key in turn. */
export async function keys(address, apiKeys) {
  await call(address, { name: 'apikey', arguments: apiKeys });
  const { certificates } = await call(address, { plugin: 'pfx', name: 'list_all_certificates' });
  return (certificates ?? []).map((one) => ({ ...one, label: label(one.alias ?? one.name) }));
}

/** A detached PKCS#7 over `bytes`, in Base64. The program itself asks for the password; no page sees it. */
export async function pkcs7(address, key, bytes) {
  const { keyId } = await call(address, { plugin: 'pfx', name: 'load_key', arguments: [key.disk, key.path, key.name, key.alias] });
  const made = await call(address, { plugin: 'pkcs7', name: 'create_pkcs7', arguments: [base64(bytes), keyId, 'yes'] });
  return made.pkcs7_64;
}

/** Name and last day of a key, from its alias such as `cn=…,validto=2027.01.31 …`. */
export function label(alias) {
  const part = (name) => new RegExp(`(?:^|,)${name}=([^,]*)`, 'i').exec(alias)?.[1].trim() ?? '';
  const until = part('validto').split(' ')[0];
  return [part('cn').toUpperCase() || alias, part('o'), until && `→ ${until}`].filter(Boolean).join(', ');
}

export function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
