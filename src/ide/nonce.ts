/**
 * The editor writes its colours into style elements of its own. The Content-Security-Policy lets those in that bear the
 * page's nonce, which is another one each time; so each element of that kind gets it before it comes into the page.
 */
export function styleWithNonce(): void {
  const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  for (const name of ['appendChild', 'insertBefore'] as const) {
    const method = Reflect.get(Node.prototype, name) as Node['appendChild'];
    const withNonce = new Proxy(method, {
      apply(target, parent, parameters: Parameters<Node['appendChild']>) {
        const [node] = parameters;
        if (node instanceof HTMLStyleElement) node.nonce = nonce;
        return Reflect.apply(target, parent, parameters);
      },
    });
    Reflect.set(Node.prototype, name, withNonce);
  }
}
