# «about»
#
#   eval "$(regua completions bash)"        «bashrc»
#   regua completions bash > ~/.local/share/bash-completion/completions/regua

_regua() {
    local kind='' word=''
    COMPREPLY=()
    {
        IFS= read -r kind
        while IFS= read -r word; do
            COMPREPLY+=("$word")
        done
    } < <(command regua complete bash "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    # The bash of macOS is too old to be told more.
    type compopt >/dev/null 2>&1 || return 0
    case $kind in
        files) compopt -o default ;;
        folders) compopt -o dirnames ;;
    esac
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[=:/,] ]]; then
        compopt -o nospace
    fi
    return 0
}

if type compopt >/dev/null 2>&1; then
    complete -F _regua regua
else
    complete -o default -F _regua regua
fi
