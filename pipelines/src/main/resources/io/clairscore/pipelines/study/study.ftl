<#list tables as table>
### ${table.title}

<@line table.header/>
<@line table.header?map(column -> "---")/>
<#list table.rows as row>
<@line row/>
</#list>

</#list>
<#macro line cells>
| <#list cells as cell>${cell?replace("|", "\\|")}<#sep> | </#list> |
</#macro>
