# «about»
#
#   regua completions fish > ~/.config/fish/completions/regua.fish

function __regua_complete
    set -l words (commandline --cut-at-cursor --current-process --tokenize)
    set -l answer (command regua complete fish $words[2..-1] (commandline --current-token --cut-at-cursor) 2>/dev/null)
    for line in $answer[2..-1]
        echo -- $line
    end
    # In --output=FILE, the file begins after the sign.
    set -l token (commandline --current-token --cut-at-cursor)
    set -l before (string match --regex '^--[a-z-]+=' -- $token)
    set -l path (string replace --regex '^--[a-z-]+=' '' -- $token)
    switch "$answer[1]"
        case files
            for found in (__fish_complete_path $path)
                echo -- "$before"$found
            end
        case folders
            for found in (__fish_complete_directories $path '')
                echo -- "$before"$found
            end
    end
end

complete --command regua --erase
complete --command regua --no-files --keep-order --arguments '(__regua_complete)'
