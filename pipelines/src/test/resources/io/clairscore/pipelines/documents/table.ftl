<#import "markdown.ftl" as md>
<@md.table of/>
