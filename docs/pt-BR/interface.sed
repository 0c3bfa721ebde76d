# As palavras do mdBook em português, nas páginas prontas e no que elas carregam.
s/"Table of contents"/"Sumário"/g
s/"Toggle Table of Contents"/"Mostrar ou ocultar o sumário"/g
s/"Change theme"/"Mudar as cores"/g
s/"Themes"/"Cores"/g
s/\(id="mdbook-theme-default_theme">\)Auto</\1Automático</
s/\(id="mdbook-theme-light">\)Light</\1Claro</
s/\(id="mdbook-theme-rust">\)Rust</\1Ferrugem</
s/\(id="mdbook-theme-coal">\)Coal</\1Carvão</
s/\(id="mdbook-theme-navy">\)Navy</\1Marinho</
s/"Search (`\/`)"/"Buscar (`\/`)"/g
s/"Toggle Searchbar"/"Mostrar ou ocultar a busca"/g
s/"Search this book ..."/"Buscar neste livro"/g
s/"Page navigation"/"Navegação entre as páginas"/g
s/"Previous chapter"/"Página anterior"/g
s/"Next chapter"/"Próxima página"/g
s/>Keyboard shortcuts</>Atalhos do teclado</
s/>Press \(<kbd>←<\/kbd>\) or \(<kbd>→<\/kbd>\) to navigate between chapters</>\1 ou \2: página anterior ou próxima</
s/>Press \(<kbd>S<\/kbd>\) or \(<kbd>\/<\/kbd>\) to search in the book</>\1 ou \2: buscar no livro</
s/>Press \(<kbd>?<\/kbd>\) to show this help</>\1: mostrar esta ajuda</
s/>Press \(<kbd>Esc<\/kbd>\) to hide this help</>\1: ocultar esta ajuda</
s/>Document not found (404)</>Página não encontrada (404)</
s/This URL is invalid, sorry\. Please use the navigation bar or search to continue\./Este endereço não existe. Siga pelo sumário ou pela busca./
s/' search result for /' resultado para /g
s/' search results for /' resultados para /g
s/'No search results for /'Nenhum resultado para /g
s/"Search Result Teaser"/"Trecho do resultado"/g
s/'Copy to clipboard'/'Copiar'/g
s/'Copied!'/'Copiado'/g
s/'Clipboard error!'/'Não foi possível copiar'/g
