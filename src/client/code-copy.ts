/**
 * A button that copies the code of the block it stands in: all of its lines but those marked as
 * removed, which are there to be read and not to be used. Where scripts, or the clipboard, are out
 * of reach, there is no button.
 */
class CodeCopy extends HTMLElement {
  connectedCallback(): void {
    if (!('clipboard' in navigator) || this.firstChild) return;
    const button = document.createElement('button');
    const status = document.createElement('span');
    button.type = 'button';
    button.textContent = 'Copy';
    button.ariaLabel = 'Copy code';
    status.role = 'status';
    button.onclick = async () => {
      const lines = this.parentElement?.querySelectorAll('.line:not(.line-removed)') ?? [];
      const code = Array.from(lines, (line) => line.textContent).join('\n');
      status.textContent = await navigator.clipboard.writeText(code).then(
        () => 'Copied',
        () => 'Not copied',
      );
      setTimeout(() => (status.textContent = ''), 2000);
    };
    this.append(button, status);
  }
}

customElements.define('code-copy', CodeCopy);
