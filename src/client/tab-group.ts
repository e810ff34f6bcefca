/**
 * Makes tabs of panels that stand one after the other, in the empty list before them. A hidden panel
 * can still be searched, and a link that leads into it opens it.
 */
class TabGroup extends HTMLElement {
  connectedCallback(): void {
    const [list, ...panels] = this.querySelectorAll<HTMLElement>(':scope>div');
    if (!list || list.role) return;
    const show = (node?: Node) => {
      panels.forEach((panel, index) => {
        const isHidden = node ? !panel.contains(node) : index > 0;
        const tabIndex = -isHidden;
        // Browsers that do not know the word hide the panel all the same; those that do still show its box.
        const hidden = isHidden && 'until-found';
        Object.assign(panel, { hidden, ariaHidden: isHidden, tabIndex });
        Object.assign(tabs[index] ?? {}, { ariaSelected: !isHidden, tabIndex });
      });
    };
    const tabs = panels.map((panel): HTMLElement => {
      const tab = document.createElement('button');
      const onclick = () => show(panel);
      Object.assign(panel, { role: 'tabpanel', onbeforematch: onclick });
      const ariaControlsElements = [panel];
      return Object.assign(tab, { role: 'tab', textContent: panel.ariaLabel, ariaControlsElements, onclick });
    });
    const showTarget = () => {
      // Not `:target`, which a browser that reloads a page sets later than scripts run.
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !this.contains(target)) return;
      show(target);
      target.scrollIntoView();
    };
    list.role = 'tablist';
    list.append(...tabs);
    list.onkeydown = (event) => {
      const at = tabs.indexOf(event.target as HTMLElement);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const tab = tabs.at(next % tabs.length);
      tab?.focus();
      tab?.click();
    };
    addEventListener('hashchange', showTarget);
    show();
    showTarget();
  }
}

customElements.define('tab-group', TabGroup);
