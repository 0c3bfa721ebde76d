#compdef regua
# «about»
#
#   source <(regua completions zsh)         «zshrc»
#   regua completions zsh > ~/.zfunc/_regua  «fpath»

_regua() {
    local kind line word
    local -a typed answer words_whole shown_whole words_open shown_open
    # What was typed, without its quotes: (Q) takes them off and expands nothing.
    typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    answer=("${(@f)$(command regua complete zsh "${COLUMNS:-80}" "${(@)typed}" 2>/dev/null)}")
    kind=$answer[1]
    for line in "${(@)answer[2,-1]}"; do
        word=${line%%$'\t'*}
        [[ -n $word ]] || continue
        # More is to follow on what ends so.
        if [[ $word == *[=:/,] ]]; then
            words_open+=("$word")
            shown_open+=("${line#*$'\t'}")
        else
            words_whole+=("$word")
            shown_whole+=("${line#*$'\t'}")
        fi
    done
    local result=1
    ((${#words_whole})) && compadd -V regua -l -d shown_whole -a words_whole && result=0
    ((${#words_open})) && compadd -V regua -l -S '' -d shown_open -a words_open && result=0
    case $kind in
        files | folders)
            # In --output=FILE, the file begins after the sign.
            compset -P '--[a-z-]##=' || compset -P '-[A-Za-z]'
            if [[ $kind == folders ]]; then _files -/ && result=0; else _files && result=0; fi
            ;;
    esac
    return result
}

if [[ ${funcstack[1]-} == _regua ]]; then
    _regua "$@"
else
    compdef _regua regua
fi
