// TinyMCE plugin: a block that quotes an article, with its source and address.
tinymce.PluginManager.add("quotedarticle", (editor) => {
  const paragraphs = (words) =>
    words
      .split(/\n\s*\n/)
      .filter((words) => words.trim())
      .map((words) => `<p>${editor.dom.encode(words.trim())}</p>`)
      .join("");

  const insert = ({ source, address, words }) => {
    const href = editor.dom.encode(address);
    const name = editor.dom.encode(source);
    const cite = address ? `<a href="${href}">${name}</a>` : name;
    editor.insertContent(
      `<blockquote cite="${href}">${paragraphs(words)}<p><cite>${cite}</cite></p></blockquote><p></p>`,
    );
  };

  editor.ui.registry.addButton("quotedarticle", {
    text: "Quote an article",
    tooltip: "Quote an article, with its source and address",
    onAction: () =>
      editor.windowManager.open({
        title: "Quote an article",
        size: "medium",
        body: {
          type: "panel",
          items: [
            { type: "input", name: "source", label: "Source and date" },
            { type: "input", name: "address", label: "Address (https://…)" },
            { type: "textarea", name: "words", label: "The words you quote" },
          ],
        },
        buttons: [
          { type: "cancel", text: "Cancel" },
          { type: "submit", text: "Insert", primary: true },
        ],
        onSubmit: (dialog) => {
          insert(dialog.getData());
          dialog.close();
        },
      }),
  });
});
