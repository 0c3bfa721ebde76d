# fish completion for regua
#
#   regua completions fish > ~/.config/fish/completions/regua.fish

function __regua_complete
    set -l words (commandline --cut-at-cursor --current-process --tokenize)
    set -l answer (command regua complete fish $words[2..-1] (commandline --current-token --cut-at-cursor) 2>/dev/null)
    for line in $answer[2..-1]
        echo -- $line
    end
    switch "$answer[1]"
        case files
            __fish_complete_path (string replace --regex '^--[a-z-]+=' '' -- (commandline --current-token --cut-at-cursor))
        case folders
            __fish_complete_directories (string replace --regex '^--[a-z-]+=' '' -- (commandline --current-token --cut-at-cursor)) ''
    end
end

complete --command regua --erase
complete --command regua --no-files --keep-order --arguments '(__regua_complete)'
