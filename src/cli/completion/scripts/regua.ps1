# «about»
#
#   regua completions powershell | Out-String | Invoke-Expression     «profile»

Register-ArgumentCompleter -Native -CommandName regua -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @()
    foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
        if ($element.Extent.StartOffset -ge $cursorPosition) { break }
        if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete) { break }
        # A constant is what its quotes hold; anything else is taken as it is written, and never evaluated.
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $words += '=' + $element.Value
        } else {
            $words += '=' + $element.Extent.Text
        }
    }
    $current = "$wordToComplete" -replace "^['""]|['""]$", ''
    $words += '=' + $current

    $program = Get-Command regua -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $program) { return }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        $answer = @(& $program complete powershell @words 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    foreach ($line in $answer | Select-Object -Skip 1) {
        $text, $shown, $about = $line -split "`t", 3
        [System.Management.Automation.CompletionResult]::new($text, $shown, 'ParameterValue', $about)
    }
    if ($answer[0] -in 'files', 'folders') {
        $before = if ($current -match '^--[a-z-]+=') { $Matches[0] } else { '' }
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($current.Substring($before.Length)) |
            Where-Object { $answer[0] -eq 'files' -or $_.ResultType -eq 'ProviderContainer' } |
            ForEach-Object {
                [System.Management.Automation.CompletionResult]::new(
                    $before + $_.CompletionText, $_.ListItemText, $_.ResultType, $_.ToolTip)
            }
    }
}
